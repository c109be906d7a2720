package org.ohmgrad.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * An oracle for small circuits: every node and every resistor by name, nodes between which there is no resistance taken for
 * one, Kirchhoff's law solved by elimination.
 */
final class DenseCircuit {
    private final Map<String, String> same = new HashMap<>();
    private final Map<String, Double> fixed = new HashMap<>();
    private final List<Resistor> resistors = new ArrayList<>();
    private final Map<String, Double> found = new HashMap<>();

    private record Resistor(String a, String b, double siemens) {}

    /** A crossbar whose terminals are behind sources of these voltages. */
    DenseCircuit(double[] cells, int rows, int cols, double[] ohms, Contacts contacts, double[] words, double[] bits) {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                resistors.add(new Resistor(word(row, col), bit(row, col), cells[row * cols + col]));
                if (col > 0) {
                    join(word(row, col - 1), word(row, col), ohms[0]);
                }
                if (row > 0) {
                    join(bit(row - 1, col), bit(row, col), ohms[1]);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            drive(
                    "ws" + row,
                    word(row, 0),
                    word(row, cols - 1),
                    ohms[0] + contacts.wordLineOhms(),
                    contacts,
                    words[row]);
        }
        for (int col = 0; col < cols; col++) {
            drive("bs" + col, bit(rows - 1, col), bit(0, col), ohms[1] + contacts.bitLineOhms(), contacts, bits[col]);
        }
        solve();
    }

    static String word(int row, int col) {
        return "w" + row + "_" + col;
    }

    static String bit(int row, int col) {
        return "b" + row + "_" + col;
    }

    private void drive(String source, String near, String far, double ohms, Contacts contacts, double volts) {
        fixed.put(source, volts);
        if (contacts.ends() != Contacts.Ends.FAR) {
            join(near, source, ohms);
        }
        if (contacts.ends() != Contacts.Ends.NEAR) {
            join(far, source, ohms);
        }
    }

    private void join(String a, String b, double ohms) {
        if (ohms > 0) {
            resistors.add(new Resistor(a, b, 1 / ohms));
        } else if (!root(a).equals(root(b))) {
            same.put(root(a), root(b));
        }
    }

    private String root(String node) {
        String above = same.get(node);
        return above == null ? node : root(above);
    }

    private void solve() {
        fixed.forEach((node, volts) -> found.put(root(node), volts));
        Map<String, Integer> free = new HashMap<>();
        for (Resistor each : resistors) {
            for (String node : List.of(root(each.a), root(each.b))) {
                if (!found.containsKey(node)) {
                    free.putIfAbsent(node, free.size());
                }
            }
        }
        if (!free.isEmpty()) {
            solve(free);
        }
    }

    private void solve(Map<String, Integer> free) {
        var matrix = new DMatrixRMaj(free.size(), free.size());
        var injected = new DMatrixRMaj(free.size(), 1);
        for (Resistor each : resistors) {
            add(matrix, injected, free, root(each.a), root(each.b), each.siemens);
            add(matrix, injected, free, root(each.b), root(each.a), each.siemens);
        }
        var volts = new DMatrixRMaj(free.size(), 1);
        if (!CommonOps_DDRM.solve(matrix, injected, volts)) {
            throw new AssertionError("singular");
        }
        free.forEach((node, at) -> found.put(node, volts.data[at]));
    }

    private void add(
            DMatrixRMaj matrix, DMatrixRMaj injected, Map<String, Integer> free, String at, String to, double siemens) {
        if (free.containsKey(at) && !at.equals(to)) {
            int row = free.get(at);
            matrix.add(row, row, siemens);
            if (free.containsKey(to)) {
                matrix.add(row, free.get(to), -siemens);
            } else {
                injected.data[row] += siemens * found.getOrDefault(to, Double.NaN);
            }
        }
    }

    double volt(String node) {
        return found.getOrDefault(root(node), Double.NaN);
    }

    /** What a line's cells bring into it, which leaves through its terminals. */
    double current(boolean bitLine, int line) {
        double sum = 0;
        for (Resistor each : resistors) {
            boolean cell = each.a.startsWith("w") && each.b.startsWith("b");
            String mine = bitLine ? each.b : each.a;
            boolean ours = bitLine ? mine.endsWith("_" + line) : mine.startsWith("w" + line + "_");
            if (cell && ours) {
                double into = each.siemens * (volt(each.a) - volt(each.b));
                sum += bitLine ? into : -into;
            }
        }
        return sum;
    }
}
