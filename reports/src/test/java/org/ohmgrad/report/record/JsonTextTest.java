package org.ohmgrad.report.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'type':'dense','units':32},{'type':'dense','units':32}] | 2 x dense 32 units",
                "[{'filters':8,'size':3,'type':'convolution'},{'type':'max-pooling'},{'type':'dense','units':32}]"
                        + " | convolution 8 filters size 3, max-pooling, dense 32 units",
                "[{'layers':[{'type':'dense','units':4}],'type':'residual'},{'activation':'relu','type':'dense','units':4}]"
                        + " | residual (dense 4 units), dense activation relu 4 units",
                "[32,16] | [32,16]",
                "[] | []",
                "{'type':'gaussian','sigma':0.1} | gaussian (sigma 0.1)"
            })
    void partsInAListAreNamedInShort(String json, String words) {
        assertEquals(words, JsonText.words(json.replace('\'', '"')));
    }
}
