package org.trainingexporter.web.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListenAddressTest {

  @ParameterizedTest
  @CsvSource({
    ":9409, '', 9409",
    ":0, '', 0",
    "localhost:80, localhost, 80",
    "127.0.0.1:65535, 127.0.0.1, 65535",
    "[::1]:9409, ::1, 9409",
    "[fe80::1%eth0]:9409, fe80::1%eth0, 9409"
  })
  void an_address_reads_and_prints_the_same(String text, String host, int port) {
    ListenAddress address = ListenAddress.parse(text);

    assertEquals(new ListenAddress(host, port), address);
    assertEquals(text, address.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9409", "host", ":", ":65536", ":-1", "::1:9409", "http://host:80", "a b:80"})
  void what_is_no_address_is_rejected(String text) {
    assertThrows(ConfigException.class, () -> ListenAddress.TYPE.read("x", text));
  }

  @Test
  void no_host_means_all_interfaces() {
    assertTrue(ListenAddress.parse(":80").socketAddress().getAddress().isAnyLocalAddress());
    assertTrue(ListenAddress.parse("[::1]:80").socketAddress().getAddress().isLoopbackAddress());
    assertFalse(ListenAddress.parse("127.0.0.1:80").socketAddress().isUnresolved());
  }

  @ParameterizedTest
  @CsvSource({
    ":80, localhost:80",
    "127.0.0.1:80, 127.0.0.1:80",
    "[::1]:80, [::1]:80",
    "[fe80:0:0:0:0:0:0:10]:80, [fe80::10]:80",
    "[2001:db8:0:0:1:0:0:0]:80, [2001:db8:0:0:1::]:80",
    "[2001:db8:10:0:1:2:3:4]:80, [2001:db8:10:0:1:2:3:4]:80"
  })
  void a_browser_is_given_an_address_that_it_can_open(String listens, String shown) {
    assertEquals(shown, ListenAddress.inBrowser(ListenAddress.parse(listens).socketAddress()));
  }
}
