// A first matrix-vector product (MVM) on a crossbar.
//
//     ./ohmgrad jshell experiments/notebooks/first-mvm.jsh
//
// A crossbar multiplies in one step: weights are conductances, inputs are voltages on the word lines, and the current
// of a bit line is the sum of conductance times voltage down its column. Here we write a small matrix, read it in both
// directions, and watch noise and drift. Lines that begin with //> are what you should see; "#" stands for any digit.

// 1. The matrix. Rows are inputs (word lines), columns are outputs (bit lines).

var weights = matrix(new double[][] {{0.8, -0.4, 0.1}, {-1.2, 0.6, 0.0}, {0.3, 1.9, -0.7}, {0.0, -0.9, 1.5}});
print("weights", weights);
//> weights (4 x 3)

// 2. The chip: SIDRA's Y10 as this project reads it. A weight stands in a pair of cells, G+ and G-; one of the two
// stays at gMin (1 uS), the other rises with the size of the weight, up to gMax (100 uS) for a weight of 2.

var chip = Lab.chip("sidra-y10");
var clock = new Clock();
var grid = new TileGrid(chip, weights, clock, new Origin(1, "first-mvm"));
var crossbar = grid.tiles().get(0).crossbar();

FMatrixRMaj microsiemens(int plane) {
    var cells = crossbar.planes().get(plane);
    var matrix = new FMatrixRMaj(cells.rows(), cells.cols());
    for (int k = 0; k < matrix.data.length; k++) {
        matrix.data[k] = cells.now()[k] * 1e6f;
    }
    return matrix;
}

// A write leaves an error of 1 % of the range, about 1 uS, which is 2.5 steps of the 256 levels: noise, not levels,
// limits this cell. The cells at gMin err as much as the others; a conductance cannot fall below 0.

print("\nG+ in uS", microsiemens(0));
print("G- in uS", microsiemens(1));
//> G+ in uS (4 x 3)
//> G- in uS (4 x 3)

// 3. The forward read. Voltages are in units of the read voltage, from -1 to 1. We read the bare crossbar, without
// converters: currents come in units of one fully-on cell, and mapping.weightPerSignal() turns them into weights.

var voltages = matrix(new double[][] {{1.0, -0.5, 0.25, 0.8}});

FMatrixRMaj asProduct(FMatrixRMaj currents) {
    CommonOps_FDRM.scale(chip.mapping().weightPerSignal(), currents);
    return currents;
}

FMatrixRMaj read(FMatrixRMaj voltages) {
    var currents = new FMatrixRMaj(voltages.numRows, crossbar.cols());
    crossbar.read(voltages, new Occasion(Phase.PROBE, 0, 0), currents);
    return asProduct(currents);
}

var exact = new FMatrixRMaj(1, 3);
CommonOps_FDRM.mult(voltages, weights, exact);
print("\nexact product", exact);
print("forward read", read(voltages));
//> 1.4750 -0.9450 1.1250

// 4. The transposed read. The same cells, driven from the bit lines and sensed on the word lines, multiply by the
// transposed matrix. This is how backpropagation could run on the chip.

FMatrixRMaj readTransposed(FMatrixRMaj voltages) {
    var currents = new FMatrixRMaj(voltages.numRows, crossbar.rows());
    crossbar.readTransposed(voltages, new Occasion(Phase.PROBE, 0, 0), currents);
    return asProduct(currents);
}

var errors = matrix(new double[][] {{0.5, -1.0, 0.25}});
var exactTransposed = new FMatrixRMaj(1, 4);
CommonOps_FDRM.multTransB(errors, weights, exactTransposed);
print("\nexact transposed product", exactTransposed);
print("transposed read", readTransposed(errors));
//> 0.8250 -1.2000 -1.9250 1.2750

// 5. Read noise. Every read draws fresh noise, 2 % of each cell's own current. Ten thousand reads of one input spread
// as the closed form says: the variances of the cells of a line add up, whatever the sign of their weights.

int reads = 10_000;
var repeated = new FMatrixRMaj(reads, 4);
for (int k = 0; k < repeated.data.length; k++) {
    repeated.data[k] = voltages.data[k % 4];
}
var noisy = read(repeated);

double spread(FMatrixRMaj values, int col) {
    double mean = IntStream.range(0, values.numRows).mapToDouble(k -> values.get(k, col)).average().orElseThrow();
    return Math.sqrt(IntStream.range(0, values.numRows)
            .mapToDouble(k -> Math.pow(values.get(k, col) - mean, 2))
            .average().orElseThrow());
}

double law(int col) {
    double variance = 0;
    for (var cells : crossbar.planes()) {
        for (int row = 0; row < cells.rows(); row++) {
            double volts = voltages.get(0, row) * chip.readVoltage();
            for (var term : chip.cell().device().varianceTerms()) {
                variance += term.variance(cells.now()[row * cells.cols() + col], volts);
            }
        }
    }
    double range = chip.cell().device().gMax() - chip.cell().device().gMin();
    return chip.mapping().weightPerSignal() * Math.sqrt(variance) / (chip.readVoltage() * range);
}

say("\nread noise of one line, standard deviation over %,d reads", reads);
say("%10s%12s%12s%10s", "bit line", "measured", "law", "ratio");
for (int col = 0; col < 3; col++) {
    say("%10d%12.5f%12.5f%10.3f", col, spread(noisy, col), law(col), spread(noisy, col) / law(col));
}
//> bit line measured law ratio
//> 0 0.01963 0.01965 0.999
//> 1 0.02038 0.02026 1.006
//> 2 0.02435 0.02453 0.992

// 6. Drift. Conductances fall as G(t) = G0 (1 + t/t0)^-nu, fast at first: most of a year's loss comes on the first day.
// nu differs by 10 % from cell to cell, so few cells together need not drift as the mean one. The clock moves when we
// say so; refresh() lets the cells follow it.

double total(FMatrixRMaj matrix) {
    return CommonOps_FDRM.elementSum(matrix);
}

double day = 24 * 3600;
double year = 365.25 * day;
double fresh = total(microsiemens(0)) + total(microsiemens(1));

void showDrift(String when, double seconds) {
    clock.advance(seconds - clock.seconds());
    grid.refresh();
    double now = total(microsiemens(0)) + total(microsiemens(1));
    double mean = Math.pow(1 + seconds, -5.82e-4);
    say("%-14s%9.3f %%   law for the mean cell %6.3f %%", when, 100 * (now / fresh - 1), 100 * (mean - 1));
}

say("\nchange of all conductances together");
showDrift("after a day", day);
showDrift("after a year", year);
print("forward read after a year", read(voltages));
//> after a day -0.6## % law for the mean cell -0.659 %
//> after a year -0.9## % law for the mean cell -1.000 %

// 7. The whole tile. grid.read() puts the converters around the crossbar. The ADC has 255 codes over 12 fully-on cells
// in either direction, so its step is worth 0.19 of weight times input: coarse beside a matrix of four rows, while a
// tile of 256 rows fills the range. On small matrices the converter, not the noise, is what you see.

var adc = (LinearAdc) chip.forward().adc();
var step = chip.mapping().weightPerSignal() * adc.range().first(Float.POSITIVE_INFINITY) / ((1 << (adc.bits() - 1)) - 1);
print("\nthrough DAC and ADC", grid.read(voltages, new Occasion(Phase.PROBE, 0, 0)));
say("one step of the ADC is worth %.3f", step);
//> through DAC and ADC (1 x 3)
//> one step of the ADC is worth 0.189

// To try: weights beyond 2 (they are clipped), Lab.chip("ideal"), or 4-bit cells:
//     Lab.chip("sidra-y10", Map.of("/cell/bits", 4))
