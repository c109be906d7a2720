package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Examples as sorted text, so that parts can be compared as bags of examples. */
final class Parts {
    private Parts() {}

    static List<String> sorted(Examples... parts) {
        return Stream.of(parts).flatMap(part -> rows(part).stream()).sorted().toList();
    }

    static List<String> rows(Examples part) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < part.count(); i++) {
            int from = i * part.features();
            float[] row = Arrays.copyOfRange(part.inputs().data, from, from + part.features());
            rows.add(part.labels()[i] + " " + Arrays.toString(row));
        }
        return rows;
    }

    static int[] counts(Examples... parts) {
        var counts = new int[parts[0].classes()];
        for (Examples part : parts) {
            for (int label : part.labels()) {
                counts[label]++;
            }
        }
        return counts;
    }
}
