package org.trainingexporter.web.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModuleBundleTest {
  private final Map<String, String> files = new HashMap<>();

  private ModuleBundle bundle(String entry) throws IOException {
    return new ModuleBundle(
        entry,
        name -> {
          if (!files.containsKey(name)) {
            throw new FileNotFoundException(name);
          }
          return files.get(name);
        });
  }

  @Test
  void modules_stand_after_those_that_they_import_each_once_and_without_comments()
      throws IOException {
    files.put(
        "js/main.js",
        """
        /** The page. */
        import { one } from "./a/one.js";
        import {
          one as first,
          two,
        } from "./a/two.js";
        import "./effect.js";

        one(first, two);
        """);
    files.put("js/a/one.js", "/**\n * One.\n */\nexport function one() {}\n");
    files.put(
        "js/a/two.js",
        """
        import { one } from "./one.js";
        export const two = 2;
        export class Three {}
        export async function four() {
          return /** @type {any} */ (one);
        }
        """);
    files.put("js/effect.js", "globalThis.done = true;\n");

    assertEquals(
        """
        const module0 = (() => {
        function one() {}
        return { one };
        })();
        const module1 = (() => {
        const { one } = module0;
        const two = 2;
        class Three {}
        async function four() {
        return /** @type {any} */ (one);
        }
        return { two, Three, four };
        })();
        const module2 = (() => {
        globalThis.done = true;
        return {  };
        })();
        const module3 = (() => {
        const { one } = module0;
        const {
        one: first,
        two,
        } = module1;
        one(first, two);
        return {  };
        })();
        //# sourceMappingURL=main.js.map
        """,
        bundle("js/main.js").text());
  }

  @Test
  void what_is_loaded_later_takes_from_the_first_bundle_what_that_one_holds() throws IOException {
    files.put(
        "js/main.js", "import { a } from \"./a.js\";\na(await import(\"./later/main.js\"));\n");
    files.put("js/a.js", "export function a() {}\n");
    files.put("js/b.js", "import { a } from \"./a.js\";\nexport const b = a;\n");
    files.put(
        "js/later/main.js",
        """
        import "../main.js";
        import { a } from "../a.js";
        import { b } from "../b.js";
        export function rest() {
          return a(b);
        }
        """);

    assertTrue(
        bundle("js/main.js")
            .text()
            .endsWith("export { module0, module1 };\n//# sourceMappingURL=main.js.map\n"));
    assertEquals(
        """
        const later0 = (() => {
        const {a} = module0;
        const b = a;
        return { b };
        })();
        const later1 = (() => {
        const {a} = module0;
        const {b} = later0;
        function rest() {
        return a(b);
        }
        return { rest };
        })();
        import { module0 } from "../main.js";
        export const { rest } = later1;
        //# sourceMappingURL=main.js.map
        """,
        bundle("js/later/main.js").text().replace("{ a }", "{a}").replace("{ b } =", "{b} ="));
  }

  @Test
  void a_debugger_finds_each_line_in_the_module_that_it_is_of() throws IOException {
    files.put("js/runs/main.js", "import { x } from \"../x.js\";\n\n// start\nx();\n");
    files.put("js/x.js", "/** X. */\nexport function x() {\n  return 1;\n}\n");
    ModuleBundle bundle = bundle("js/runs/main.js");
    List<String> lines = bundle.text().lines().toList();
    List<String> sources = List.of("js/x.js", "js/runs/main.js");
    String map = bundle.sourceMap();

    assertTrue(map.contains("\"sources\":[\"../../js/x.js\",\"../../js/runs/main.js\"]"), map);
    String[] mappings = map.replaceAll(".*\"mappings\":\"(.*)\"}", "$1").split(";", -1);
    int[] place = {0, 0};
    int mapped = 0;
    for (int i = 0; i < mappings.length; i++) {
      if (mappings[i].isEmpty()) {
        continue;
      }
      place[0] += decoded(mappings[i].charAt(1));
      place[1] += decoded(mappings[i].charAt(2));
      String original = files.get(sources.get(place[0])).lines().toList().get(place[1]);
      String shown =
          lines.get(i).replaceFirst("^const .* = module0;", "import { x } from \"../x.js\";");
      assertEquals(original.replace("export ", "").strip(), shown);
      mapped++;
    }
    assertEquals(6, mapped);
  }

  @Test
  void a_text_of_several_lines_stays_as_it_is() throws IOException {
    files.put("main.js", "f(`one\n    two`);\n");
    assertTrue(bundle("main.js").text().contains("f(`one\n    two`);\n"));
  }

  /** Of a digit that is a number of its own. */
  private static int decoded(char digit) {
    int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(digit);
    return (value & 1) == 0 ? value >> 1 : -(value >> 1);
  }

  @Test
  void a_far_line_takes_several_digits() {
    SourceMap map = new SourceMap();
    map.add(0, 1000);
    map.add(0, 0);
    assertTrue(map.json(List.of("a")).endsWith("\"mappings\":\"AAw+BA;AAx+BA;\"}"));
  }

  @Test
  void what_it_does_not_know_is_rejected() {
    files.put("x.js", "export default 1;\n");
    files.put("main.js", "import * as x from \"./x.js\";\n");
    files.put("circle.js", "import { a } from \"./other.js\";\n");
    files.put("other.js", "import { b } from \"./circle.js\";\n");
    files.put("late.js", "import { a } from \"./x/a.js\";\nimport \"./x/main.js\";\n");
    files.put("x/a.js", "export const a = 1;\n");
    files.put("x/main.js", "");
    files.put("lonely.js", "import { a } from \"./nothing.js\";\n");
    assertTrue(failure("main.js").contains("import * as x from"));
    assertTrue(failure("x.js").contains("export default"));
    assertTrue(failure("circle.js").contains("circle.js imports what imports it"));
    assertTrue(failure("late.js").contains("does not import x/main.js first"));
    assertTrue(failure("lonely.js").contains("nothing.js"));
  }

  private String failure(String entry) {
    return assertThrows(IOException.class, () -> bundle(entry)).getMessage();
  }

  @Test
  void only_an_entry_loads_a_module_later() {
    files.put("js/main.js", "import { one } from \"./a/one.js\";\none();\n");
    files.put("js/a/one.js", "export const one = async () => await import(\"./two.js\");\n");
    assertThrows(IOException.class, () -> bundle("js/main.js"));
  }
}
