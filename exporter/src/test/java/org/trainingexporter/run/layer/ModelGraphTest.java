package org.trainingexporter.run.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.testing.Exploration;

/** A model as Grafana's node graph can draw it: small, whole, centred, from left to right. */
final class ModelGraphTest {
  private static ModelLayer layer(String name, String... inputs) {
    return new ModelLayer(name, "Linear", "", 10, List.of(inputs));
  }

  @Test
  void a_layer_stands_right_of_all_that_it_reads() {
    LayersSnapshot.ModelDiagram model =
        new ModelGraph(List.of(layer("a", "in"), layer("b", "a"), layer("sum", "a", "b")))
            .draw("m");
    assertEquals(
        List.of("in -210.0 0.0", "a -70.0 0.0", "b 70.0 0.0", "sum 210.0 0.0"),
        model.nodes().stream().map(n -> n.id() + " " + n.x() + " " + n.y()).toList());
    assertEquals(4, model.edges().size());
  }

  @Test
  void branches_stand_above_each_other() {
    LayersSnapshot.ModelDiagram model =
        new ModelGraph(List.of(layer("a"), layer("b", "a"), layer("c", "a"))).draw("m");
    assertEquals(
        List.of("a -70.0 0.0", "b 70.0 -75.0", "c 70.0 75.0"),
        model.nodes().stream().map(n -> n.id() + " " + n.x() + " " + n.y()).toList());
  }

  @Test
  void a_long_chain_becomes_blocks() {
    List<ModelLayer> chain = new ArrayList<>(List.of(layer("l0")));
    for (int i = 1; i < 500; i++) {
      chain.add(layer("l" + i, "l" + (i - 1)));
    }
    LayersSnapshot.ModelDiagram model = new ModelGraph(chain).draw("m");
    assertEquals(167, model.nodes().size());
    assertEquals("l0 … l2", model.nodes().get(0).title());
    assertEquals("3 layers", model.nodes().get(0).kind());
    assertEquals(30, model.nodes().get(0).parameters());
    assertEquals(166, model.edges().size());
  }

  @Property(tries = 200 * Exploration.TIMES, seed = Exploration.SEED)
  void every_edge_goes_right_between_nodes_that_are_there(
      @ForAll @Size(max = 700) List<@IntRange(max = 40) Integer> back) {
    List<ModelLayer> layers = new ArrayList<>();
    for (int i = 0; i < back.size(); i++) {
      String near = "l" + (i - 1 - back.get(i));
      layers.add(i % 3 == 0 ? layer("l" + i, near) : layer("l" + i, near, "l" + (i - 1)));
    }
    LayersSnapshot.ModelDiagram model = new ModelGraph(layers).draw("m");
    assertTrue(model.nodes().size() <= 200);
    Map<String, LayersSnapshot.ModelNode> byId = new HashMap<>();
    Set<String> places = new HashSet<>();
    for (LayersSnapshot.ModelNode node : model.nodes()) {
      assertEquals(null, byId.put(node.id(), node), "an id stands once");
      assertTrue(places.add(node.x() + "," + node.y()), "a place is taken once");
    }
    for (LayersSnapshot.ModelEdge edge : model.edges()) {
      assertTrue(byId.get(edge.source()).x() < byId.get(edge.target()).x(), edge.toString());
    }
  }
}
