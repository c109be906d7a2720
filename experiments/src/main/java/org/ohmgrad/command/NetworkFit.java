package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ohmgrad.network.LayerSettings.MatrixSize;
import org.ohmgrad.plan.PlannedNetwork;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.tile.Chip;

/** Whether and how the weight matrices of a network fit onto a chip. */
final class NetworkFit {
    private static final int WIDEST = 32_768;

    private NetworkFit() {}

    /**
     * The networks that are meant.
     *
     * @param text such as 784-256-10, or the name of an experiment file, whose data are then read
     */
    static List<PlannedNetwork> networks(String text) {
        if (text.matches("\\d{1,6}(-\\d{1,6})+")) {
            List<Integer> widths =
                    Arrays.stream(text.split("-", -1)).map(Integer::valueOf).toList();
            if (widths.stream().allMatch(width -> width >= 1 && width <= WIDEST)) {
                return List.of(new PlannedNetwork("", dense(widths)));
            }
        } else {
            Path file = Settings.find(Path.of(text));
            if (text.endsWith(".json") || !file.equals(Path.of(text))) {
                return PlannedNetwork.all(file);
            }
        }
        throw new UserException("--network must be an experiment file or widths in [1, " + WIDEST
                + "] such as 784-256-10 but is " + text);
    }

    private static List<MatrixSize> dense(List<Integer> widths) {
        return IntStream.range(1, widths.size())
                .mapToObj(layer -> new MatrixSize(widths.get(layer - 1), widths.get(layer)))
                .toList();
    }

    /** A table, layer by layer, and a sentence; before them which of an experiment's networks it is, if it has several. */
    static List<String> of(Chip chip, PlannedNetwork network) {
        List<String> lines = new ArrayList<>();
        if (!network.words().isEmpty()) {
            lines.add("With " + network.words() + ":");
        }
        lines.addAll(of(chip, network.matrices()));
        return lines;
    }

    private static List<String> of(Chip chip, List<MatrixSize> matrices) {
        Rows rows = new Rows();
        rows.add("layer", "weights", "tiles", "cells used", "of the tiles' cells", "tile numbers");
        long tiles = 0;
        long weights = 0;
        for (int layer = 1; layer <= matrices.size(); layer++) {
            long inputs = matrices.get(layer - 1).rows();
            long outputs = matrices.get(layer - 1).cols();
            long down = ceilDiv(inputs, chip.tile().rows());
            long across = ceilDiv(outputs, chip.tile().cols());
            tiles += down * across;
            weights += inputs * outputs;
            String shape = down * across == 1 ? "1" : down + " x " + across + " = " + down * across;
            add(
                    rows,
                    chip,
                    "layer " + layer + ", " + inputs + " x " + outputs,
                    shape,
                    down * across,
                    inputs * outputs,
                    numbers(tiles - down * across + 1, tiles));
        }
        add(rows, chip, "all", count(tiles), tiles, weights, numbers(1, tiles));
        List<String> lines = new ArrayList<>(rows.aligned());
        lines.add(verdict(tiles, CapacityFacts.tiles(chip)));
        return lines;
    }

    private static void add(Rows rows, Chip chip, String name, String shape, long tiles, long weights, String numbers) {
        long room = tiles * chip.tile().rows() * chip.tile().cols();
        rows.add(
                name,
                count(weights),
                shape,
                count(weights * chip.mapping().planes()),
                String.format(Locale.ROOT, "%.1f %%", 100.0 * weights / room),
                numbers);
    }

    /** Tiles as they are taken one after the other, row by row of a layer's grid. */
    private static String numbers(long first, long last) {
        return first == last ? count(first) : count(first) + " to " + count(last);
    }

    private static String verdict(long needed, long there) {
        if (there == 0) {
            return "How many tiles the chip has is unknown; the network takes " + count(needed) + ".";
        }
        return needed <= there
                ? "The network fits: it takes " + count(needed) + " of " + Words.count(there, "tile") + "."
                : "The network does not fit: it takes " + Words.count(needed, "tile") + ", and the chip has "
                        + count(there) + ".";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static long ceilDiv(long count, long size) {
        return (count + size - 1) / size;
    }
}
