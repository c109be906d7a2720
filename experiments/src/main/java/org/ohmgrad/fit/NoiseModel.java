package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.fit.PulseMeasurements.Train;

/**
 * How likely deviations from a mean law are, if readings err independently, errors of steps go on from pulse to pulse,
 * and devices differ in their ends and in the size of their steps. All are Gaussian, and small enough for
 * deviations to add up: a linear model with random effects, whose restricted likelihood (H. D. Patterson and R.
 * Thompson, Biometrika 58, 1971) allows for the numbers of the mean law, which came from the same measurement. A Kalman
 * filter for each train keeps the effort in proportion to the number of points.
 */
final class NoiseModel {
    private static final int EFFECTS = 3;
    private static final double FACTOR = 1e-3;
    private static final double LEAST_HEIGHT = 1e-4;
    private static final int SHORTEST = 60;

    private final int free;
    private final int columns;
    private final List<List<Line>> devices;

    /**
     * A train made ready: pulses since the point before, what remains of a deviation from one point to the next, the variance that a unit of noise of
     * steps adds on the way, the size of a unit of noise of reading, and columns: the deviation from the mean law,
     * the slopes of the mean law, and the effects of a device.
     */
    private static final class Line {
        private final int[] gaps;
        private final double[] keeps;
        private final double[] adds;
        private final double[] heights;
        private final double[][] columns;

        Line(int[] gaps, double[] keeps, double[] adds, double[] heights, double[][] columns) {
            this.gaps = gaps;
            this.keeps = keeps;
            this.adds = adds;
            this.heights = heights;
            this.columns = columns;
        }

        int[] gaps() {
            return gaps;
        }

        double[] keeps() {
            return keeps;
        }

        double[] adds() {
            return adds;
        }

        double[] heights() {
            return heights;
        }

        double[][] columns() {
            return columns;
        }
    }

    /**
     * @param measured points whose trains are told
     * @param law their mean law
     * @param isProportional whether readings err in proportion to the conductance, or else everywhere alike
     */
    NoiseModel(PulseMeasurements measured, MeanLaw law, boolean isProportional) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Map<Boolean, Sides> sides = new LinkedHashMap<>();
        for (Train train : measured.trains()) {
            Sides side = sides.computeIfAbsent(train.up(), up -> new Sides(law, up, measured.pulses(up)));
            lines.computeIfAbsent(train.device(), name -> new ArrayList<>()).add(side.line(train, isProportional));
        }
        devices = List.copyOf(lines.values());
        free = law.free().size();
        columns = 1 + free + (devices.size() > 1 ? EFFECTS : 0);
    }

    /** All that trains of one direction share. */
    private static final class Sides {
        private final MeanLaw law;
        private final double range;
        private final double[] states;
        private final double[] keeps;
        private final double[] adds;
        private final double[] sizes;
        private final List<double[]> slopes;

        Sides(MeanLaw law, boolean up, int pulses) {
            this.law = law;
            range = law.gMax() - law.gMin();
            PulseLaw unit = law.response(1).law(law.gMin(), law.gMax());
            Course course = Course.of(unit, up, law.start(up), pulses, 1);
            states = course.states();
            keeps = course.keeps(unit, up);
            adds = course.variances(unit, up);
            double[] larger =
                    Course.of(unit, up, law.start(up), pulses, 1 + FACTOR).states();
            double[] smaller =
                    Course.of(unit, up, law.start(up), pulses, 1 - FACTOR).states();
            sizes = new double[pulses + 1];
            Arrays.setAll(sizes, k -> (larger[k] - smaller[k]) / (2 * FACTOR));
            slopes = law.slopes(up, pulses);
        }

        Line line(Train train, boolean isProportional) {
            int size = train.points().size();
            int[] gaps = new int[size];
            double[] kept = new double[size];
            double[] added = new double[size];
            double[] read = new double[size];
            double[][] column = new double[size][1 + EFFECTS + slopes.size()];
            int at = 0;
            for (int k = 0; k < size; k++) {
                Point point = train.points().get(k);
                kept[k] = 1;
                gaps[k] = point.pulse() - at;
                for (; at < point.pulse(); at++) {
                    kept[k] *= keeps[at];
                    added[k] = added[k] * keeps[at] * keeps[at] + adds[at];
                }
                double mean = states[at] + law.gMin() / range;
                read[k] = isProportional ? Math.max(LEAST_HEIGHT, mean) : 1;
                column[k][0] = (point.conductance() - law.gMin()) / range - states[at];
                for (int slope = 0; slope < slopes.size(); slope++) {
                    column[k][1 + slope] = slopes.get(slope)[at] / range;
                }
                column[k][1 + slopes.size()] = 1 - states[at];
                column[k][2 + slopes.size()] = states[at];
                column[k][3 + slopes.size()] = sizes[at];
            }
            return new Line(gaps, kept, added, read, column);
        }
    }

    /** Log of the restricted likelihood, up to a constant. */
    double of(NoiseParts parts) {
        double[] effects = {parts.gMin(), parts.gMax(), parts.size()};
        double[][] sum = new double[columns][columns];
        double logs = 0;
        for (List<Line> device : devices) {
            double[][] products = new double[columns][columns];
            for (Line line : device) {
                logs += filtered(line, parts, products);
            }
            logs += withoutEffects(products, effects);
            add(sum, products);
        }
        return -0.5 * (logs + explained(sum));
    }

    /** Adds a train's products of scaled innovations of all columns. Returns the sum of the logs of their variances. */
    private double filtered(Line line, NoiseParts parts, double[][] products) {
        double readVariance = parts.read() * parts.read();
        double stepVariance = parts.steps() * parts.steps();
        double slowVariance = parts.slow() * parts.slow();
        double[] guess = new double[columns];
        double[] slow = new double[columns];
        double[] off = new double[columns];
        double own = 0;
        double shared = 0;
        double passing = slowVariance;
        double logs = 0;
        double product = 1;
        for (int k = 0; k < line.keeps().length; k++) {
            double keep = line.keeps()[k];
            double lasts = k == 0 ? 1 : parts.lasts(line.gaps()[k]);
            double height = line.heights()[k];
            own = own * keep * keep + stepVariance * line.adds()[k];
            shared *= keep * lasts;
            passing = passing * lasts * lasts + (1 - lasts * lasts) * slowVariance;
            double byOwn = own + height * shared;
            double byPassing = shared + height * passing;
            double all = byOwn + height * byPassing + readVariance * line.heights()[k] * line.heights()[k];
            product *= all;
            if (!(product > 1e-250 && product < 1e250)) {
                logs += Elementary.log(product / all) + Elementary.log(all);
                product = 1;
            }
            for (int i = 0; i < columns; i++) {
                double expected = keep * guess[i];
                double passed = lasts * slow[i];
                double innovation = line.columns()[k][i] - expected - height * passed;
                guess[i] = expected + byOwn / all * innovation;
                slow[i] = passed + byPassing / all * innovation;
                off[i] = innovation;
                double scaled = innovation / all;
                for (int j = 0; j <= i; j++) {
                    products[i][j] += scaled * off[j];
                }
            }
            own -= byOwn * byOwn / all;
            shared -= byOwn * byPassing / all;
            passing -= byPassing * byPassing / all;
        }
        return logs + Elementary.log(product);
    }

    /** Takes what a device's own effects may be out of its products. Returns the log of the determinant they add. */
    private double withoutEffects(double[][] products, double... effects) {
        mirror(products);
        double logs = 0;
        for (int i = 1 + free; i < columns; i++) {
            double variance = effects[i - 1 - free] * effects[i - 1 - free];
            double factor = variance / (1 + variance * products[i][i]);
            logs += Elementary.log1p(variance * products[i][i]);
            double[] row = products[i].clone();
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < columns; k++) {
                    products[j][k] -= factor * row[j] * row[k];
                }
            }
        }
        return logs;
    }

    private static void mirror(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[j][i] = lower[i][j];
            }
        }
    }

    private static void add(double[][] sum, double[][] part) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += part[i][j];
            }
        }
    }

    /** Sum of squares that the numbers of the mean law leave, and the log of their determinant. */
    private double explained(double[][] sum) {
        double logs = 0;
        for (int i = 1; i <= free; i++) {
            double[] row = sum[i].clone();
            if (row[i] > 0) {
                logs += Elementary.log(row[i]);
                for (int j = 0; j < columns; j++) {
                    for (int k = 0; k < columns; k++) {
                        sum[j][k] -= row[j] * row[k] / row[i];
                    }
                }
            }
        }
        return Math.max(0, sum[0][0]) + logs;
    }

    /** What noise makes of a fit by plain least squares. */
    Consequences consequences(NoiseParts parts) {
        RealMatrix normal = new Array2DRowRealMatrix(free + 1, free + 1);
        RealMatrix noise = normal.copy();
        normal.setEntry(free, free, 1);
        double[] effects = {parts.gMin(), parts.gMax(), parts.size()};
        double[] pulls = new double[free + 1];
        double all = 0;
        int points = 0;
        for (List<Line> device : devices) {
            double[][] shared = new double[EFFECTS][free];
            for (Line line : device) {
                spread(line, parts, normal, noise, shared);
                addPulls(line, pulls);
                all += total(line, parts, effects);
                points += line.keeps().length;
            }
            for (int effect = 0; effect < EFFECTS; effect++) {
                addSquare(noise, shared[effect], effects[effect] * effects[effect]);
            }
        }
        LUDecomposition solved = new LUDecomposition(normal, 0);
        if (!solved.getSolver().isNonSingular()) {
            return new Consequences(new double[0], new double[0], Math.sqrt(all / points));
        }
        RealMatrix inverse = solved.getSolver().getInverse();
        RealMatrix covariance = inverse.multiply(noise).multiply(inverse);
        double[] errors = new double[free];
        Arrays.setAll(errors, k -> Math.sqrt(Math.max(0, covariance.getEntry(k, k))));
        double left = all - inverse.multiply(noise).getTrace();
        return new Consequences(errors, inverse.operate(pulls), Math.sqrt(Math.max(0, left) / points));
    }

    /**
     * What noise makes of a fit.
     */
    static final class Consequences {
        private final double[] errors;
        private final double[] moves;
        private final double distance;

        Consequences(double[] errors, double[] moves, double distance) {
            this.errors = errors;
            this.moves = moves;
            this.distance = distance;
        }

        double[] errors() {
            return errors;
        }

        /** How far each number would go if it were free to. */
        double[] moves() {
            return moves;
        }

        double distance() {
            return distance;
        }
    }

    private void addPulls(Line line, double[] pulls) {
        for (double[] row : line.columns()) {
            for (int i = 0; i < free; i++) {
                pulls[i] += row[1 + i] * row[0];
            }
        }
    }

    /** Sum of the variances of a train's points. */
    private double total(Line line, NoiseParts parts, double... effects) {
        double own = 0;
        double sum = 0;
        for (int k = 0; k < line.keeps().length; k++) {
            own = own * line.keeps()[k] * line.keeps()[k] + parts.steps() * parts.steps() * line.adds()[k];
            sum += own + parts.reading() * parts.reading() * line.heights()[k] * line.heights()[k];
            for (int effect = 0; effect < EFFECTS; effect++) {
                double height = effects[effect] * line.columns()[k][1 + free + effect];
                sum += height * height;
            }
        }
        return sum;
    }

    /** Adds a train's slopes squared, and what its noise makes of them: errors of steps reach all points that follow. */
    private void spread(Line line, NoiseParts parts, RealMatrix normal, RealMatrix noise, double[][] shared) {
        double[] reached = new double[free];
        double[] passed = new double[free];
        for (int k = line.keeps().length - 1; k >= 0; k--) {
            double[] row = line.columns()[k];
            double[] slopes = Arrays.copyOfRange(row, 1, 1 + free);
            boolean isLast = k + 1 == line.keeps().length;
            double keep = isLast ? 0 : line.keeps()[k + 1];
            double lasting = isLast ? 0 : parts.lasts(line.gaps()[k + 1]);
            double lasted = k == 0 ? 0 : parts.lasts(line.gaps()[k]);
            for (int i = 0; i < free; i++) {
                reached[i] = slopes[i] + keep * reached[i];
                passed[i] = line.heights()[k] * slopes[i] + lasting * passed[i];
                for (int effect = 0; effect < EFFECTS; effect++) {
                    shared[effect][i] += row[1 + free + effect] * slopes[i];
                }
            }
            addSquare(normal, slopes, 1);
            addSquare(noise, slopes, parts.read() * parts.read() * line.heights()[k] * line.heights()[k]);
            addSquare(noise, passed, parts.slow() * parts.slow() * (1 - lasted * lasted));
            addSquare(noise, reached, parts.steps() * parts.steps() * line.adds()[k]);
        }
    }

    private static void addSquare(RealMatrix sum, double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                sum.addToEntry(i, j, factor * row[i] * row[j]);
            }
        }
    }

    /** How many devices there are. */
    int devices() {
        return devices.size();
    }

    /** Longest time, in pulses, for which errors of reading can last and still be told from those of steps; 0 if none. */
    double longestMemory() {
        int pulses = devices.stream()
                .flatMap(List::stream)
                .mapToInt(line -> Arrays.stream(line.gaps()).sum())
                .max()
                .orElse(0);
        return pulses < SHORTEST ? 0 : pulses / 20.0;
    }
}
