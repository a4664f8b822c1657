using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Search;

/// <summary>Of a word that thousands hold only the best are read; what a reader means is found all the same.</summary>
public sealed class A_common_word_hides_nothing
{
    private const int Many = Postings.Most + 200;

    [Theory, EveryDatabase]
    internal async Task What_holds_a_rare_word_too_is_found_first(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var rare = await WithManyAsync(market, "chung", [("chung", Points.Text), ("hiem", 16)]);

        var answer = await FindAsync(market, "chung hiem");

        answer.IsCut.ShouldBeTrue();
        answer.Found[0].ShouldBe(new(FindableKind.Product, rare, Words: 2, Exact: 0, Points: 2 * (16 + Points.Text)) { Named = 1 });
        answer.Found.Count.ShouldBe(Postings.Most + 1);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_chosen_is_found(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var chosen = await WithManyAsync(market, "chung", [("chung", Points.Text)]);

        (await FindAsync(market, "chung")).Found.ShouldNotContain(f => f.Id == chosen);
        (await FindAsync(market, "chung", ProductId.From(chosen))).Found.ShouldContain(f => f.Id == chosen);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_marked_as_it_was_typed_is_found_first_however_little_it_is_worth(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var marked = Guid.CreateVersion7();
        await WithManyAsync(market, "chung", []);
        await AddAsync(market, [Row(marked, MarkedWord.In("chừng").Single(), Points.Text)]);

        (await FindAsync(market, "chừng")).Found[0].ShouldBe(new(FindableKind.Product, marked, Words: 1, Exact: 1, Points: 2 * Points.Text));
    }

    [Theory, EveryDatabase]
    internal async Task A_little_word_finds_nothing_beside_another_and_still_tells_two_apart(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (soap, leaf, cup) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync(market,
        [
            .. MarkedWord.In("savon miel").Select(w => Row(soap, w, 16)), .. MarkedWord.In("men lá").Select(w => Row(leaf, w, 16)), .. MarkedWord.In("men au pour").Select(w => Row(cup, w, 16)),
        ]);

        foreach (var typed in new[] { "savon au miel", "du savon pour la peau", "savon" })
            (await FindAsync(market, typed)).Found.ShouldHaveSingleItem(typed).Id.ShouldBe(soap);
        (await FindAsync(market, "au")).Found.ShouldHaveSingleItem("nothing else was asked for").Id.ShouldBe(cup);
        (await FindAsync(market, "men la")).Found.Select(f => f.Id).ShouldBe([leaf, cup], "it may be lá");
    }

    [Theory, EveryDatabase]
    internal async Task What_was_typed_half_is_found_with_a_common_word_before_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var rare = await WithManyAsync(market, "chung", [("chung", Points.Text), ("hiem", 16)]);
        await market.InDbAsync(async db =>
        {
            db.AddRange(Ways.To("hiem").Select(way => new SearchWay { Way = way, Word = "hiem" }));
            return await db.SaveChangesAsync();
        });

        var found = await market.WithAsync<Finder, IReadOnlyList<Found>>(finder => finder.BeginningAsync("chung hi", CancellationToken.None));

        found.ShouldHaveSingleItem().Id.ShouldBe(rare);
    }

    private static Task<Answer> FindAsync(Market market, string text, params ProductId[] among)
        => market.WithAsync<Finder, Answer>(finder => finder.FindAsync(text, among, CancellationToken.None));

    // The one that is asked for is older than all that hold the word.
    private static async Task<Guid> WithManyAsync(Market market, string word, (string Word, int Points)[] words)
    {
        var asked = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await AddAsync(market, [
            .. words.Select(w => Row(asked, new(w.Word, w.Word), w.Points)),
            .. Enumerable.Range(0, Many).Select(_ => Row(Guid.CreateVersion7(), new(word, word), 16))]);
        return asked;
    }

    private static SearchWord Row(Guid subject, MarkedWord word, int points)
        => new() { Kind = FindableKind.Product, Subject = subject, Word = word.Folded, Marked = word.Marked, Points = points };

    private static Task<int> AddAsync(Market market, IEnumerable<SearchWord> rows) => market.InDbAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });
}
