import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Prints the body of each request on one line; Alertmanager's receiver in ./verify --images. */
class Webhook {
  public static void main(String[] args) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          System.out.println(new String(body, StandardCharsets.UTF_8).replace("\n", ""));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
