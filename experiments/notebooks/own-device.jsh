// A device model of your own.
//
//     ./ohmgrad jshell experiments/notebooks/own-device.jsh
//
// The presets' writes err by a Gaussian, alike in both directions. Suppose your cells overshoot more than they
// undershoot. We write that law down, check it against its closed form, and train on it. Lines that begin with //>
// are what you should see; "#" stands for any digit.

// 1. The law. A device model takes a standard normal z and never draws one itself, so that the simulator decides when
// chance enters and a run can be repeated. CustomDeviceModel fills in an ideal cell for all that is not said here.
// Conductances are in siemens.

record OvershootingCell(double gMin, double gMax, double up, double down, double readSigma)
        implements CustomDeviceModel {
    public int drawsPerWrite() {
        return 1;
    }

    public double programmed(double target, double z) {
        return target + (z > 0 ? up : down) * (gMax - gMin) * z;
    }

    public List<VarianceTerm> varianceTerms() {
        return new ProportionalReadNoise(readSigma).terms();
    }
}

var cell = new OvershootingCell(1e-6, 100e-6, 0.08, 0.01, 0.02);

say("a write to 50 uS gives, in uS");
for (double z : List.of(-2.0, -1.0, 0.0, 1.0, 2.0)) {
    say("    z = %4.1f  %8.2f", z, cell.programmed(50e-6, z) * 1e6);
}
//> z = -1.0 49.01
//> z = 0.0 50.00
//> z = 1.0 57.92

// 2. A chip of such cells: SIDRA's Y10 with another device and nothing else changed. We write 100 x 100 weights that
// stand at level 100 of 255 and look at the cells of G+, all asked for the same conductance. The mean of the law is
// (up - down)/sqrt(2 pi) of the range, its mean square (up^2 + down^2)/2.

var preset = Lab.chip("sidra-y10");
var own = Lab.withDevice(preset, "overshooting", cell);

var weights = new FMatrixRMaj(100, 100);
CommonOps_FDRM.fill(weights, 100 * own.mapping().weightPerStep(255));
var grid = new TileGrid(own, weights, new Clock(), new Origin(1, "own-device"));
var conductances = grid.tiles().get(0).crossbar().planes().get(0).now();

double range = cell.gMax() - cell.gMin();
double target = cell.gMin() + 100.0 / 255 * range;
double[] misses = IntStream.range(0, conductances.length).mapToDouble(k -> conductances[k] - target).toArray();
double mean = Arrays.stream(misses).average().orElseThrow();
double square = Arrays.stream(misses).map(miss -> miss * miss).average().orElseThrow();
double meanLaw = (0.08 - 0.01) / Math.sqrt(2 * Math.PI) * range;
double squareLaw = (0.08 * 0.08 + 0.01 * 0.01) / 2 * range * range;

say("\nerror of %,d writes, uS%14s%10s%10s", misses.length, "measured", "law", "ratio");
say("%-26s%14.3f%10.3f%10.3f", "mean", mean * 1e6, meanLaw * 1e6, mean / meanLaw);
say("%-26s%14.3f%10.3f%10.3f", "root mean square", Math.sqrt(square) * 1e6, Math.sqrt(squareLaw) * 1e6,
        Math.sqrt(square / squareLaw));
//> error of 10,000 writes, uS measured law ratio
//> mean 2.821 2.765 1.021
//> root mean square 5.702 5.644 1.010

// 3. Train on it: the digits of the quick start, exact backpropagation, beside the preset from the same seed.

int epochs = 4;
var lab = Lab.of("quickstart", epochs);
var onPreset = lab.train(preset, new Backpropagation(), new StochasticRounding(), 1);
var onOwn = lab.train(own, new Backpropagation(), new StochasticRounding(), 1);
var inFloat = lab.trainInFloat(new Backpropagation(), 1);

double accuracy(Trained run, int epoch) {
    return 100 * run.epochs().get(epoch).values().get("test_accuracy");
}

say("\ntest accuracy in %%");
say("%6s%14s%14s%14s", "epoch", "float", preset.name(), own.name());
for (int epoch = 0; epoch < epochs; epoch++) {
    say("%6d%14.1f%14.1f%14.1f", epoch + 1,
            accuracy(inFloat, epoch), accuracy(onPreset, epoch), accuracy(onOwn, epoch));
}
//> epoch float sidra-y10 overshooting
//> 4 9#.# 9#.# 9#.#

// In an experiment's JSON the same record has a name once it is compiled into a jar: see "Bring your own rule" in README.
//
// To try: the other sign (cells that undershoot), a mean law that depends on the target, drift (steadySeconds, age and
// aged), or the angle of the gradient: onOwn.epochs().get(3).layers().get(0).get("gradient_angle_degrees").
