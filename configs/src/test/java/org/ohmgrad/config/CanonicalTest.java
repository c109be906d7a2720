package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalTest {
    private static Document parse(String text) {
        return Sample.READER.parse(Path.of("x.json"), text);
    }

    private static String canonical(String text, String... omitted) {
        return parse(text).canonical(Sample.Plant.class, omitted);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void theCanonicalTextHasSortedKeysAndDefaultsAndNoSpace() {
        assertEquals(
                "{\"axis\":\"all\",\"cell\":{\"bits\":4,\"range\":1},\"cells\":[],\"constants\":{},\"count\":1,"
                        + "\"name\":\"p\",\"noise\":{\"type\":\"none\"},\"noises\":[],\"on\":true,\"rate\":0.5,"
                        + "\"scale\":1,\"seed\":0,\"shape\":\"round\",\"sweep\":{}}",
                canonical("{ \"name\" : \"p\", \"cell\": {\"bits\": 4}, \"$schema\": \"any\" }"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 0.1", "1e-1, 0.1", "100E-3, 0.1", "-0, 0", "0e5, 0", "1000, 1000", "1e3, 1000", "1.0, 1",
        "1e21, 1000000000000000000000", "1e30, 1E30", "1.50e-7, 0.00000015", "2.5e-40, 2.5E-40", "-12.30, -12.3"
    })
    void equalNumbersAreSpeltAlike(String written, String canonical) {
        assertEquals(canonical, CanonicalJson.number(new BigDecimal(written)));
    }

    @Test
    void equalMeaningsHaveOneText() {
        String first = "{\"name\": \"p\", \"cell\": \"devices/packaged-cell.json\", \"axis\": 5.0, \"constants\": {\"b\": 1, \"a\": 2}}";
        String second = "{\"constants\": {\"a\": 2e0, \"b\": 1.0}, \"axis\": 5, \"cell\": {\"range\": 5e-1, \"bits\": 4},"
                + " \"name\": \"\\u0070\", \"rate\": 0.500}";
        assertEquals(canonical(first), canonical(second));
    }

    @Test
    void namedComponentsAreLeftOutWhereverTheyOccurButEntriesOfMapsAreNot() {
        String text = "{\"name\": \"p\", \"cell\": {\"bits\": 4}, \"cells\": [{\"bits\": 2}], \"constants\": {\"bits\": 1}}";
        assertEquals(
                "{\"axis\":\"all\",\"cell\":{\"range\":1},\"cells\":[{\"range\":1}],\"constants\":{\"bits\":1},\"count\":1,"
                        + "\"noise\":{\"type\":\"none\"},\"noises\":[],\"on\":true,\"rate\":0.5,\"scale\":1,\"seed\":0,"
                        + "\"shape\":\"round\",\"sweep\":{}}",
                canonical(text, "name", "bits"));
    }

    @Test
    void replacedValuesAreInTheCanonicalText() {
        assertEquals(
                "{\"bits\":7,\"range\":1}",
                parse("{\"bits\": 4}").with("/bits", "7").canonical(Sample.Cell.class));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bindingTheCanonicalTextGivesTheSamePlantAndTheSameText(long seed) {
        Document written = parse(RandomPlants.text(new Random(seed)));
        Document again = parse(written.canonical(Sample.Plant.class));
        assertEquals(written.canonical(Sample.Plant.class), again.canonical(Sample.Plant.class));
        assertEquals(written.bind(Sample.Plant.class), again.bind(Sample.Plant.class));
    }
}
