using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Storefront;
using CsCheck;

namespace CoopMarket.Web.Tests.Search;

public sealed class A_slip_is_no_wall
{
    private static readonly Gen<string> Word = Gen.Char['a', 'z'].Array[Ways.Shortest, Ways.Longest].Select(letters => new string(letters));

    [Theory, EveryDatabase]
    internal async Task One_letter_wrong_still_finds_and_says_what_was_taken(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var honey = await market.LiveProductAsync(name: "Mật ong rừng");
        var tea = await market.LiveProductAsync(name: "Chè Tà Xùa");
        await market.RebuildSearchAsync();

        foreach (var typed in (string[])["mat omg", "mat onng", "mat rungg", "matong", "maatj ong", "ma65t ong"])
            (await FoundAsync(market, typed)).Things.Select(t => t.Slug).ShouldBe([honey.Slug], typed);
        foreach (var typed in (string[])["che ta xau", "chè tà xuaa", "xuaq"])
            (await FoundAsync(market, typed)).Things.Select(t => t.Slug).ShouldBe([tea.Slug], typed);
        var view = await FoundAsync(market, "mat omg");
        view.Instead.Single().Typed.ShouldBe("omg");
        view.Instead.Single().Taken.ShouldBe(["ong"]);
        using var reader = market.Reader();
        (await reader.GetStringAsync("/search?q=mat+omg")).ShouldContain("“omg”");
    }

    [Theory, EveryDatabase]
    internal async Task A_word_that_stands_somewhere_is_taken_as_it_is(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var category = await market.CategoryAsync("Loại khác");
        var plum = await market.LiveProductAsync(category: category, name: "Mận");
        await market.LiveProductAsync(category: category, name: "Mắm");
        await market.LiveProductAsync(category: category, name: "Man mát");
        await market.RebuildSearchAsync();

        var view = await FoundAsync(market, "mận");
        view.Instead.ShouldBeEmpty();
        view.Things[0].Slug.ShouldBe(plum.Slug);
        view.Things.Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Where_nothing_is_found_the_nearest_is_offered(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var scarf = await market.LiveProductAsync(name: "Khăn choàng");
        await market.RebuildSearchAsync();

        var view = await FoundAsync(market, "choaangxx");
        view.IsEmpty.ShouldBeTrue();
        view.Nearest.Select(t => t.Slug).ShouldBe([scarf.Slug]);
        (await FoundAsync(market, "zzzzzz")).Nearest.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Ways_follow_the_words(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(name: "Chăn bông");
        await market.RebuildSearchAsync();
        (await FoundAsync(market, "bonng")).Count.ShouldBe(1);
        await market.ChangeAsync(product.Product, p => p.Describe(new(new("Gối lau"), p.Line, p.Description, p.Use, p.OtherNames, p.Ingredients), p.Category));
        (await FoundAsync(market, "bonng")).Count.ShouldBe(0, "a way to a word that nothing holds leads nowhere");
        (await FoundAsync(market, "goii")).Count.ShouldBe(1, "the event wrote them");
        await market.RebuildSearchAsync();
        var ways = await market.RowsAsync<SearchWay>();
        ways.ShouldNotContain(w => w.Word == "bong");
        ways.ShouldContain(w => w.Way == "go*" && w.Word == "goi");
    }

    /// <summary>Twelve words of which each stands nowhere and may mean two dozen others or ten pairs: more terms than SQLite joins.</summary>
    [Theory, EveryDatabase]
    internal async Task A_question_that_may_mean_five_hundred_words_is_answered_by_the_likeliest(DatabaseProvider provider)
    {
        const int Letters = 13;
        await using var market = await Market.OpenAsync(provider);
        var subject = Guid.CreateVersion7();
        List<string> typed = [.. Enumerable.Range(0, 12).Select(n => string.Concat(Enumerable.Range(0, Letters).Select(i => (char)('a' + ((n * 7) + (i * (n + 3)) + (i * i)) % 20))))];
        HashSet<string> slips = [.. typed.SelectMany(word => Enumerable.Range(0, 2 * Letters).Select(i => word.Remove(i / 2, 1).Insert(i / 2, i % 2 == 0 ? "y" : "z")))];
        HashSet<string> halves = [.. typed.SelectMany(word => Enumerable.Range(2, Letters - 3).SelectMany(at => new[] { word[..at], word[at..] }))];
        await market.InDbAsync(async db =>
        {
            db.AddRange(slips.SelectMany(word => Ways.Around(word).Select(way => (way, word))).Concat(halves.Select(word => (way: word, word))).Distinct().Select(w => new SearchWay { Way = w.way, Word = w.word }));
            db.AddRange(typed.SelectMany(word => new[] { word[..6], word[6..] }).Distinct().Select(word => new SearchWord { Kind = FindableKind.Product, Subject = subject, Word = word, Marked = word, Points = 16 }));
            return await db.SaveChangesAsync();
        });

        var answer = await market.WithAsync<Finder, Answer>(finder => finder.FindAsync(string.Join(' ', typed), [], CancellationToken.None));

        answer.Found.ShouldHaveSingleItem().Id.ShouldBe(subject);
    }

    [Fact]
    internal void Whatever_is_one_slip_apart_is_reached() => Gen.Select(Word, Gen.Int[0, 100], Gen.Char['a', 'z'], Gen.Int[0, 3]).Sample((word, where, letter, kind) =>
    {
        var at = where % word.Length;
        var typed = kind switch
        {
            0 => word.Remove(at, 1).Insert(at, letter.ToString()),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1),
            _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
        };
        if (typed != word)
            Ways.IsSlip(typed, word).ShouldBeTrue($"{typed} {word}");
        Ways.Around(typed).Intersect(Ways.To(word)).ShouldNotBeEmpty($"{typed} {word}");
    });

    [Theory]
    [InlineData("mat", "mta", true)]
    [InlineData("mat", "mat", false)]
    [InlineData("mat", "tam", false)]
    [InlineData("ong", "omg", true)]
    [InlineData("long", "omg", false)]
    internal void A_slip_is_one_letter(string word, string typed, bool isSlip) => Ways.IsSlip(typed, word).ShouldBe(isSlip);

    [Theory]
    [InlineData("ong", "omg", true)]
    [InlineData("mat", "mta", true)]
    [InlineData("tra", "trra", true)]
    [InlineData("ong", "opg", false)]
    internal void Fingers_slip_to_the_key_beside(string word, string typed, bool isOfFingers) => Ways.IsOfFingers(typed, word).ShouldBe(isOfFingers);

    [Theory]
    [InlineData("maatj", "mat")]
    [InlineData("toir", "toi")]
    [InlineData("ddeen", "den")]
    [InlineData("thoor", "tho")]
    [InlineData("ruwngf", "rung")]
    [InlineData("ma65t", "mat")]
    internal void Keys_that_were_meant_as_marks_are_read(string typed, string word) => Keystrokes.Meant(typed).ShouldContain(word);

    private static Task<SearchPage.View> FoundAsync(Market market, string text) => market.SendAsync(new SearchPage.Query(Actor.Guest(""), text, Sieve.None, 1));
}
