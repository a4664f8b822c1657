using System.Reflection;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Search;

/// <summary>Judges the search by what buyers type: the questions and what they should lead to stand in <c>asked.txt</c>.</summary>
public sealed class Buyers_find_what_they_mean(ITestOutputHelper output)
{
    private const int First = 3;
    private const int LeastHits = 95;

    [Theory, EveryDatabase]
    internal async Task Nineteen_of_twenty_see_it_among_the_first_three(DatabaseProvider provider)
    {
        var asked = Asked();
        asked.Count.ShouldBeGreaterThanOrEqualTo(60);
        asked.Select(a => a.Language).Distinct().ShouldBe(["vi", "en", "fr"]);
        await using var market = await Market.OpenAsync(provider);
        var slugs = await DemoShelves.FillAsync(market);
        foreach (var (_, text, _) in asked)
            Question.Of(text).Lookups.Count.ShouldBeLessThanOrEqualTo(Postings.MostLookups, text);
        asked.SelectMany(a => a.Wanted).Where(key => !slugs.ContainsKey(key)).ShouldBeEmpty("each key is one of the demo's");

        List<string> misses = [];
        foreach (var (language, text, wanted) in asked)
        {
            var seen = (await market.SendAsync(new SearchPage.Query(Actor.Guest(""), text, Sieve.None, 1))).Things.Take(First).Select(t => t.Slug).ToList();
            if (!wanted.Any(key => seen.Contains(slugs[key])))
                misses.Add($"{language} «{text}» → {string.Join(' ', seen)}");
        }

        var share = 100 * (asked.Count - misses.Count) / asked.Count;
        var told = $"{provider}: {asked.Count - misses.Count} of {asked.Count} ({share} %){string.Concat(misses.Select(m => "\n  " + m))}";
        output.WriteLine(told);
        share.ShouldBeGreaterThanOrEqualTo(LeastHits, told);
    }

    [Theory, EveryDatabase]
    internal async Task Somebodys_whole_name_finds_what_is_hers_and_a_slip_is_taken_for_what_leads_somewhere(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await DemoShelves.FillAsync(market);
        Task<SearchPage.View> AskAsync(string text) => market.SendAsync(new SearchPage.Query(Actor.Guest(""), text, Sieve.None, 1));

        var all = (await AskAsync("Thị")).Count;
        foreach (var name in new[] { "Lò Thị Pâng", "lo thi pang" })
            (await AskAsync(name)).Count.ShouldBeInRange(1, all / 3, name);
        (await AskAsync("toid den")).Instead.ShouldHaveSingleItem().Taken.ShouldBe(["toi"]);
        (await AskAsync("khăn piêu")).Things.Take(4).ShouldAllBe(t => t.Name.Vi.Contains("hăn", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    internal async Task Where_some_goods_hold_all_of_it_nothing_that_holds_a_part_stands_behind_them(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var slugs = await DemoShelves.FillAsync(market);
        Task<SearchPage.View> AskAsync(string text) => market.SendAsync(new SearchPage.Query(Actor.Guest(""), text, Sieve.None, 1));

        foreach (var text in new[] { "mat ong", "mật ong" })
        {
            var honey = (await AskAsync(text)).Things.Select(t => t.Slug).ToList();
            honey.ShouldContain(slugs["mat-ong-rung"], text);
            honey.ShouldContain(slugs["xa-phong-mat-ong"], text);
            honey.ShouldNotContain(slugs["khan-qua-tram"], text);
            honey.Count.ShouldBeLessThan(15, $"{text}: half the shop holds one of the words");
        }

        var few = (await AskAsync("mật ong bạc hà")).Things.Select(t => t.Slug).ToList();
        few[0].ShouldBe(slugs["mat-ong-bac-ha"]);
        few.ShouldContain(slugs["mat-ong-rung"], "where one alone holds all of it, others may do as well");
    }

    private static List<(string Language, string Text, string[] Wanted)> Asked()
    {
        using StreamReader file = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("asked.txt")!);
        return
        [
            .. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
                .Select(line => line.Split(" | ")).Select(parts => (parts[0], parts[1], parts[2].Trim().Split(' '))),
        ];
    }
}
