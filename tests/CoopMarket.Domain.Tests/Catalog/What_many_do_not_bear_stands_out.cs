using CoopMarket.Domain.Catalog;
using CsCheck;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class What_many_do_not_bear_stands_out
{
    private static readonly Dictionary<Allergen, string[]> Names = new()
    {
        [Allergen.Fish] = ["cá", "nước mắm"],
        [Allergen.Soybeans] = ["đậu nành", "tương"],
        [Allergen.Sesame] = ["vừng"],
        [Allergen.Milk] = ["sữa", "sữa bột"],
    };

    [Fact]
    public void Wherever_the_list_names_it()
        => Read("Tỏi, nước mắm (cá cơm), vừng, muối", Allergen.Fish, Allergen.Sesame)
            .Parts.ShouldBe([new("Tỏi, ", null), new("nước mắm", Allergen.Fish), new(" (", null), new("cá", Allergen.Fish), new(" cơm), ", null), new("vừng", Allergen.Sesame), new(", muối", null)]);

    [Fact]
    public void Only_as_a_whole_word_and_only_what_is_said_to_be_in_it()
        => Read("Các loại rau, cám, Vừng", Allergen.Fish, Allergen.Milk).ShouldSatisfyAllConditions(
            l => l.Parts.ShouldBe([new("Các loại rau, cám, Vừng", null)]),
            l => l.Unnamed.ShouldBe([Allergen.Fish, Allergen.Milk]));

    [Fact]
    public void By_its_longest_name_in_any_case_and_however_its_marks_are_written()
        => Read("SỮA BỘT, sữa".Normalize(System.Text.NormalizationForm.FormD), Allergen.Milk).Parts.ShouldBe([new("SỮA BỘT", Allergen.Milk), new(", ", null), new("sữa", Allergen.Milk)]);

    [Fact]
    public void And_nothing_of_the_list_is_lost()
    {
        string[] pieces = ["cá", "nước mắm", "đậu nành", "tương", "vừng", "sữa bột", "tỏi", "á", " ", ", ", "(", "E220", "c", "vừngx", "👩‍🌾", ""];
        Gen.Select(Any(pieces).Array[0, 12], Any([.. Names.Keys]).Array[0, 4]).Sample((list, allergens) =>
        {
            var text = string.Concat(list);
            var all = allergens.Distinct().ToList();
            var read = Read(text, [.. all]);
            string.Concat(read.Parts.Select(p => p.Text)).ShouldBe(text.Normalize());
            read.Parts.Where(p => p.Of is not null).ShouldAllBe(p => Names[p.Of!.Value].Contains(p.Text));
            read.Unnamed.Concat(read.Parts.Select(p => p.Of).OfType<Allergen>().Distinct()).ShouldBe(all, ignoreOrder: true);
        });
    }

    [Fact]
    public void Every_one_of_the_fourteen_keeps_its_bit()
    {
        Enum.GetValues<Allergen>().Length.ShouldBe(14);
        Any(Enum.GetValues<Allergen>()).HashSet[0, 14].Sample(some => Allergens.Of(Allergens.Bits(some)).ShouldBe(some, ignoreOrder: true));
        Allergens.Bits([Allergen.Gluten, Allergen.Molluscs]).ShouldBe(1 | (1 << 13));
    }

    private static Gen<T> Any<T>(T[] some) => Gen.Int[0, some.Length - 1].Select(i => some[i]);

    private static IngredientList Read(string list, params Allergen[] allergens) => IngredientList.Read(list, allergens, a => Names.GetValueOrDefault(a) ?? []);
}
