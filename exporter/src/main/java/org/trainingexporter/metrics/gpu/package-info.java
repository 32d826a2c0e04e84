/**
 * The metrics of GPUs. In comes the newest reading of the cards; out go metric families.
 *
 * <p>Name, type and help of each {@code nvidia_gpu_} metric stand here and nowhere else. Only the
 * wiring of the {@code gpu} room uses this package: nothing else may, since loading it loads that
 * room, which must stay unloaded where GPUs are off. It knows no driver, only snapshots.
 */
package org.trainingexporter.metrics.gpu;
