using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class Texts_know_where_they_come_from
{
    private static readonly string[] Codes = ["vi", "en", "fr", "de"];

    private static readonly Gen<string> Word = Among("", "a", "b");

    private static readonly Gen<LocalizedText> Text = Gen.Select(Word, Word, Word)
        .Select((vi, en, fr) => new LocalizedText([new("vi", vi), new("en", en), new("fr", fr)]));

    [Fact]
    public void What_is_spoken_is_the_language_of_what_is_read()
        => Gen.Select(Text, Among(Codes)).Sample((text, language) =>
        {
            var spoken = text.Spoken(language);
            (spoken is null).ShouldBe(text.All.Count == 0);
            text.In(language).ShouldBe(spoken is null ? "" : text.All[spoken]);
            if (text.Has(language))
                spoken.ShouldBe(language);
        });

    [Fact]
    public void A_language_is_put_in_or_taken_away_and_the_others_stay()
        => Gen.Select(Text, Among(Codes), Among("", " ", "c")).Sample((text, language, said) =>
        {
            var then = text.With(language, said);
            then.Has(language).ShouldBe(said == "c");
            then.All.Where(t => t.Key != language).ShouldBe(text.All.Where(t => t.Key != language));
        });

    [Fact]
    public void A_form_of_two_languages_leaves_the_third()
        => Gen.Select(Text, Text).Sample((before, typed) =>
        {
            var then = before.Anew(typed);
            (then.Vi, then.All.GetValueOrDefault("en"), then.All.GetValueOrDefault("fr"))
                .ShouldBe((typed.All.GetValueOrDefault("vi") ?? then.In("vi"), typed.All.GetValueOrDefault("en"), before.All.GetValueOrDefault("fr")));
        });

    [Fact]
    public void What_a_person_writes_anew_is_hers_and_the_rest_is_as_it_was()
        => Gen.Select(Text, Text, Gen.Enum<TextOrigin>(), Gen.Enum<TextOrigin>()).Sample((before, after, english, french) =>
        {
            var origins = TextOrigins.People.With("en", english).With("fr", french);
            var then = origins.After((before, after));
            foreach (var language in Codes)
                then[language].ShouldBe(before.All.GetValueOrDefault(language) == after.All.GetValueOrDefault(language) ? origins[language] : TextOrigin.Written);
        });

    [Fact]
    public void What_the_Vietnamese_has_left_behind_is_older_until_somebody_looks()
        => Gen.Select(Text, Text, Text, Among("en", "fr")).Sample((first, second, third, looked) =>
        {
            var once = TextOrigins.People.After((first, second));
            foreach (var language in new[] { "en", "fr" })
                once.Older.Contains(language).ShouldBe(second.Has(language) && Same(first, second, language) && !Same(first, second, "vi"));

            var twice = once.After((second, third));
            foreach (var language in new[] { "en", "fr" })
                twice.Older.Contains(language).ShouldBe(third.Has(language) && Same(second, third, language) && (once.Older.Contains(language) || !Same(second, third, "vi")));

            twice.Older.ShouldNotContain("vi");
            twice.With(looked, TextOrigin.Checked).Older.ShouldBe(twice.Older.Where(l => l != looked));
        });

    private static bool Same(LocalizedText before, LocalizedText after, string language) => before.All.GetValueOrDefault(language) == after.All.GetValueOrDefault(language);

    private static Gen<string> Among(params string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
