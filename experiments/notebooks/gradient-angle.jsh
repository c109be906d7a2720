// How good is a gradient that comes back through a crossbar, or through a random matrix?
//
//     ./ohmgrad jshell experiments/notebooks/gradient-angle.jsh
//
// Backpropagation sends the error back through the transposed read of the weights. Feedback alignment uses a fixed
// random matrix instead and needs no transposed read; the weights then come to align with that matrix. We train the
// same network both ways and measure, after every epoch, the angle between the chip's gradient and the exact one:
// 0 degrees is exact, 90 degrees is no information. Lines that begin with //> are what you should see;
// "#" stands for any digit.

// 1. The bench: handwritten digits of 8 x 8 pixels, 64-32-10 sigmoid units, as in the quick start but for 5 epochs.

int epochs = 5;
var lab = Lab.of("quickstart", epochs);
say("%,d digits to learn from, %,d to test on", lab.data().train().count(), lab.data().test().count());
//> 1,438 digits to learn from, 359 to test on

// 2. Two runs on the same chip from the same seed: they share initial weights, order of the digits and noise of the
// cells. Stochastic rounding lets changes survive that are far smaller than one of the 256 levels.

var chip = Lab.chip("sidra-y10");
var backpropagation = lab.train(chip, new Backpropagation(), new StochasticRounding(), 1);
var alignment = lab.train(chip, new FeedbackAlignment(), new StochasticRounding(), 1);

// 3. What came of it. The last layer's error is local, so its gradient is good under either rule; the rules differ in
// the hidden layer.

double angle(Epoch epoch, int layer) {
    return epoch.layers().get(layer).get("gradient_angle_degrees");
}

void show(String rule, Trained run) {
    for (var epoch : run.epochs()) {
        say("%-20s%6d%14.1f%14.1f%14.1f %%", rule, epoch.epoch(), angle(epoch, 0), angle(epoch, 1),
                100 * epoch.values().get("test_accuracy"));
    }
}

say("\n%-20s%6s%14s%14s%16s", "", "", "hidden layer", "last layer", "test");
say("%-20s%6s%14s%14s%16s", "rule", "epoch", "degrees", "degrees", "accuracy");
show("backpropagation", backpropagation);
show("feedback alignment", alignment);
//> rule epoch degrees degrees accuracy
//> backpropagation 5 #.# #.# 9#.# %
//> feedback alignment 1 6#.# #.# 6#.# %
//> feedback alignment 5 4#.# #.# 9#.# %

// 4. In words. Alignment takes time: the angle falls over the epochs, not in each of them, and the network learns all
// the same.

say("\nhidden layer: backpropagation ends at %.0f degrees, feedback alignment falls from %.0f to %.0f",
        angle(backpropagation.epochs().get(epochs - 1), 0), angle(alignment.epochs().get(0), 0), angle(alignment.epochs().get(epochs - 1), 0));
//> hidden layer: backpropagation ends at # degrees, feedback alignment falls from 6# to 4#

// To try: coarser cells, where alignment suffers first,
//     lab.train(Lab.chip("sidra-y10", Map.of("/cell/bits", 3)), new Backpropagation(), new StochasticRounding(), 1)
// or the same rule without hardware,
//     lab.trainInFloat(new Backpropagation(), 1)
