// Read by `./ohmgrad jshell` before anything else: everything a notebook needs, by its short name.

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.config.*;
import org.ohmgrad.circuit.*;
import org.ohmgrad.crossbar.*;
import org.ohmgrad.crossbar.plane.*;
import org.ohmgrad.crossbar.wires.*;
import org.ohmgrad.data.*;
import org.ohmgrad.device.*;
import org.ohmgrad.device.law.*;
import org.ohmgrad.device.pulse.*;
import org.ohmgrad.experiment.*;
import org.ohmgrad.plan.*;
import org.ohmgrad.linalg.*;
import org.ohmgrad.network.*;
import org.ohmgrad.random.*;
import org.ohmgrad.report.chart.HeatMap;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.settings.*;
import org.ohmgrad.tile.*;
import org.ohmgrad.tile.converter.*;
import org.ohmgrad.tile.correction.*;
import org.ohmgrad.training.*;
import org.ohmgrad.training.gradient.*;
import org.ohmgrad.training.optimizer.*;
import org.ohmgrad.training.rule.*;
import org.ohmgrad.training.update.*;

/** Prints one line; like printf, with a point in numbers whatever the country. */
void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
}

/** The numbers of a matrix, one row a line. */
String rows(FMatrixRMaj matrix) {
    return IntStream.range(0, matrix.numRows)
            .mapToObj(row -> IntStream.range(0, matrix.numCols)
                    .mapToObj(col -> String.format(Locale.ROOT, "%10.4f", matrix.get(row, col)))
                    .collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
}

/** Prints a matrix. */
void print(FMatrixRMaj matrix) {
    say("%s", rows(matrix));
}

/** Prints a matrix under a title. */
void print(String title, FMatrixRMaj matrix) {
    say("%s (%d x %d)%n%s", title, matrix.numRows, matrix.numCols, rows(matrix));
}

/** A matrix from its rows, for example matrix(new double[][] {{1, 2}, {3, 4}}). */
FMatrixRMaj matrix(double[][] rows) {
    var matrix = new FMatrixRMaj(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
        for (int col = 0; col < matrix.numCols; col++) {
            matrix.set(row, col, (float) rows[row][col]);
        }
    }
    return matrix;
}
