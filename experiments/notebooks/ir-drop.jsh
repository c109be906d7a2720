// What the wires take: voltage and current lost along the lines of an array (IR drop).
//
//     ./ohmgrad jshell experiments/notebooks/ir-drop.jsh
//
// Word and bit lines are thin, and every segment between two cells has some ohms. A cell far from the terminals gets
// less than the voltage applied, and its current comes out smaller still. Here we solve an array as a circuit, see
// where the losses are, and draw them. Lines that begin with //> are what you should see; "#" stands for any digit.

// 1. The array: 64 x 64 cells, conductances evenly between 1 and 100 uS, 2.37 ohm a segment on both families of lines,
// what SIDRA's curriculum states. Word line 1 is the uppermost; word lines are driven left of bit line 1, bit lines are
// grounded and measured below word line 64. So the lower left cell is nearest to all terminals.

int n = 64;
double ohms = 2.37;
var chance = new float[n * n];
new Draws(1, "ir-drop").uniforms(0, 0, chance, 0, n * n);

double[] programmed = IntStream.range(0, n * n).mapToDouble(k -> 1e-6 + chance[k] * 99e-6).toArray();
var circuit = new WireCircuit(programmed, n, n, ohms, ohms);

say("%d x %d cells, %.1f uS in the mean", n, n, 1e6 * Arrays.stream(programmed).average().orElseThrow());
//> 64 x 64 cells, 51.0 uS in the mean

// 2. Voltage. We drive all word lines with 0.25 V at once and look at the voltage across each cell.

double applied = 0.25;
double[] all = new double[n];
Arrays.fill(all, applied);
var read = circuit.read(all);

double lost(int row, int col) {
    int k = (row - 1) * n + col - 1;
    return 1 - (read.wordLineVolts()[k] - read.bitLineVolts()[k]) / applied;
}

say("\nshare of the voltage that does not reach the cell");
say("%10s%14s%14s%14s", "word line", "bit line 1", "bit line 32", "bit line 64");
for (int row : List.of(1, 32, 64)) {
    say("%10d%12.1f %%%12.1f %%%12.1f %%", row, 100 * lost(row, 1), 100 * lost(row, 32), 100 * lost(row, 64));
}
//> word line bit line 1 bit line 32 bit line 64
//> 1 19.5 % 32.3 % 34.3 %
//> 32 15.1 % 28.0 % 30.1 %
//> 64 1.3 % 17.5 % 22.9 %

// 3. Current. Without resistance a bit line's current is the sum of conductance times voltage down its column.

double withoutWires(int col) {
    return IntStream.range(0, n).mapToDouble(row -> programmed[row * n + col - 1] * applied).sum();
}

say("\n%10s%16s%16s%10s", "bit line", "no wires, uA", "wires, uA", "lost");
for (int col : List.of(1, 16, 32, 48, 64)) {
    double current = read.currents()[col - 1];
    say("%10d%16.1f%16.1f%8.1f %%", col, 1e6 * withoutWires(col), 1e6 * current,
            100 * (1 - current / withoutWires(col)));
}
//> bit line no wires, uA wires, uA lost
//> 1 734.4 636.3 13.4 %
//> 32 878.7 646.9 26.4 %
//> 64 771.7 538.4 30.2 %

// 4. One matrix for all of it. Cells are linear, so the circuit is a matrix too: effective() is the current at bit line j
// per volt at word line i. It takes the place of the programmed conductances in every read.

double[] effective = circuit.effective();

double kept(int row, int col) {
    int k = (row - 1) * n + col - 1;
    return effective[k] / programmed[k];
}

double change = IntStream.range(0, n * n).mapToDouble(k -> Math.abs(effective[k] - programmed[k])).sum();
double fromMatrix = Arrays.stream(effective).sum() * applied;
double fromRead = Arrays.stream(read.currents()).sum();
say("\neffective over programmed conductance");
say("nearest cell %.3f, far end of its word line %.3f, far end of its bit line %.3f, farthest cell %.3f",
        kept(64, 1), kept(64, 64), kept(1, 1), kept(1, 64));
say("|effective - programmed|, mean over mean: %.1f %%", 100 * change / Arrays.stream(programmed).sum());
say("the matrix gives the read's currents to nine digits: %s", Math.abs(fromMatrix / fromRead - 1) < 1e-9);
//> nearest cell 0.987, far end of its word line 0.771, far end of its bit line 0.805, farthest cell 0.659
//> |effective - programmed|, mean over mean: 24.8 %
//> the matrix gives the read's currents to nine digits: true

// 5. Reciprocity. Drive the bit lines and sense the word lines at the same terminals, and the array multiplies by exactly
// the transposed effective matrix, whatever the wires take: errors travel back through what the forward read used. With
// drivers and sense amplifiers at the far ends it is another matrix.

double[] errors = IntStream.range(0, n).mapToDouble(j -> applied * Math.cos(j)).toArray();

double[] transposedProduct(double[] matrix) {
    return IntStream.range(0, n)
            .mapToDouble(row -> IntStream.range(0, n).mapToDouble(col -> matrix[row * n + col] * errors[col]).sum())
            .toArray();
}

double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
}

double apart(double[] measured, double[] expected) {
    return norm(IntStream.range(0, n).mapToDouble(k -> measured[k] - expected[k]).toArray()) / norm(expected);
}

var expected = transposedProduct(effective);
var same = circuit.readTransposed(errors, WireCircuit.Terminals.SAME).currents();
var far = circuit.readTransposed(errors, WireCircuit.Terminals.FAR).currents();
say("\ntransposed read beside the transposed effective matrix");
say("same terminals: equal to nine digits: %s", apart(same, expected) < 1e-9);
say("far terminals:  %.1f %% apart", 100 * apart(far, expected));
say("no wires:       %.1f %% apart", 100 * apart(transposedProduct(programmed), expected));
//> same terminals: equal to nine digits: true
//> far terminals: 21.2 % apart
//> no wires: 38.3 % apart

// 6. Pictures, each as SVG and PNG.

var folder = Path.of("runs", "ir-drop");
Files.createDirectories(folder);

void draw(String name, HeatMap.Labels labels, double[] values) throws IOException {
    var map = new HeatMap(labels, n, n, values);
    Files.writeString(folder.resolve(name + ".svg"), map.svg());
    Files.write(folder.resolve(name + ".png"), map.png());
    say("%s", folder.resolve(name) + ".svg and .png");
}

String array = "64 x 64 cells of 1 to 100 \u00b5S, 2.37 ohm a segment; terminals at the left and below.";
var losses = IntStream.range(0, n * n).mapToDouble(k -> 100 * lost(k / n + 1, k % n + 1)).toArray();
var changes = IntStream.range(0, n * n).mapToDouble(k -> Math.abs(effective[k] - programmed[k])).toArray();

say("");
draw("voltage", new HeatMap.Labels("IR drop: voltage lost before it reaches the cell", "voltage lost", "%",
        "All word lines driven with 0.25 V. " + array), losses);
draw("conductance", new HeatMap.Labels("Effective less programmed conductance", "|effective - programmed|", "S",
        "What the terminals see of each cell, beside what was written into it; cells of small conductance change little. "
                + array), changes);
//> runs/ir-drop/voltage.svg and .png
//> runs/ir-drop/conductance.svg and .png

// To try: int n = 128, where every loss grows, ohms = 0.5, or conductances ten times smaller.
