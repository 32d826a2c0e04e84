package org.trainingexporter.run.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as the driver has them, to peaks as the data sheets have them. */
final class CardPeaksTest {
  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 80GB HBM3, 989.5",
    "NVIDIA H100 PCIe, 756.5",
    "NVIDIA H100 NVL, 835.5",
    "NVIDIA H200, 989.5",
    "NVIDIA GH200 480GB, 989.5",
    "NVIDIA B200, 2250",
    "NVIDIA GB200, 2500",
    "NVIDIA A100-SXM4-80GB, 312",
    "NVIDIA A100-PCIE-40GB, 312",
    "NVIDIA L40S, 362",
    "NVIDIA L40, 181",
    "NVIDIA L4, 121",
    "NVIDIA GeForce RTX 4090, 165.2",
    "NVIDIA GeForce RTX 3090 Ti, 80",
    "NVIDIA RTX 6000 Ada Generation, 364.2",
    "Tesla V100-SXM2-16GB, 125",
    "Tesla T4, 65",
    "NVIDIA GeForce RTX 4090 Laptop GPU, NaN",
    "NVIDIA GeForce RTX 4090 D, NaN",
    "NVIDIA H100 80GB HBM3 MIG 1g.10gb, NaN",
    "NVIDIA H100 80GB HBM3 MIG, NaN",
    "GRID A100-4C, NaN",
    "NVIDIA A40-48Q, NaN",
    "NVIDIA H20, 148",
    "NVIDIA A10G, NaN",
    "Quadro RTX 6000, NaN",
    "'', NaN"
  })
  void a_card_has_the_peak_of_its_data_sheet(String name, double tera) {
    assertEquals(tera * 1e12, CardPeaks.table().of(name), 1e6);
  }
}
