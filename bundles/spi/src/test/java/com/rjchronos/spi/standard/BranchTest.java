package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BranchTest {

    @Test
    void listsInstancesByNumberAndNothingElse() {
        ParameterNode any = Trees.leaf("x");
        Branch table =
                table(Map.of("10", any, "2", any, "1", any, "64", any, "0", any, "a", any, "-1", any, "9999999", any));

        assertThat(table.instances(63)).extracting(Branch::path).containsExactly("Table.1", "Table.2", "Table.10");
    }

    @Test
    void isEmptyWhereTheDocumentHasNothing() {
        Branch nowhere = table(Map.of()).at("a.b.c");

        assertThat(nowhere.isEmpty()).isTrue();
        assertThat(nowhere.path()).isEqualTo("Table.a.b.c");
        assertThat(nowhere.text("d")).isEmpty();
        assertThat(nowhere.instances(9)).isEmpty();
    }

    @Test
    void takesTextThatAStoreWouldRefuseForNoValue() {
        Branch texts = table(Map.of(
                "nul",
                Trees.leaf("a\u0000b"),
                "half",
                Trees.leaf("\ud83d"),
                "long",
                Trees.leaf("x".repeat(256)),
                "good",
                Trees.leaf(" São \ud83d\ude80 ")));

        assertThat(texts.text("nul")).isEmpty();
        assertThat(texts.text("half")).isEmpty();
        assertThat(texts.text("long")).isEmpty();
        assertThat(texts.text("good")).contains("São \ud83d\ude80");
    }

    @Test
    void readsWholeNumbersWithinBounds() {
        Branch numbers = table(Map.of(
                "n", Trees.leaf(7L), "text", Trees.leaf("7"), "part", Trees.leaf(7.5), "big", Trees.leaf(1e308)));

        assertThat(numbers.integer("n", 7, 7)).contains(7);
        assertThat(numbers.integer("text", 1, 4094)).contains(7);
        assertThat(numbers.integer("n", 8, 9)).isEmpty();
        assertThat(numbers.integer("part", 0, 9)).isEmpty();
        assertThat(numbers.seconds("big")).isEmpty();
    }

    private static Branch table(Map<String, ParameterNode> children) {
        ParameterNode root = new ParameterNode(null, Map.of("Table", new ParameterNode(null, children)));
        return Branch.of(Trees.document(root), "Table");
    }
}
