using System.Text;
using System.Text.Json;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Web.Tests.Search;

public sealed class Suggestions_come_while_typing
{
    [Theory, EveryDatabase]
    internal async Task Half_a_word_brings_kinds_goods_and_cooperatives(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var slugs = await DemoShelves.FillAsync(market);
        using var reader = market.Reader();

        (await AskAsync(reader, "/search/suggest?q=tỏi+đe")).ShouldContain(row => row[0] == "Tỏi đen một nhánh" && row[1] == "/p/" + slugs["toi-den-mot-nhanh"]);
        (await AskAsync(reader, "/search/suggest?q=toi+de"))[0].ShouldBe(["Tỏi đen", "/c/toi-den"]);
        (await AskAsync(reader, "/en/search/suggest?q=hon")).ShouldContain(row => row[0] == "Forest honey" && row[1] == "/en/p/" + slugs["mat-ong-rung"]);
        (await AskAsync(reader, "/search/suggest?q=mai+so")).ShouldContain(row => row[1].StartsWith("/cooperatives/"));
        foreach (var nothing in (string[])["", "?q=", "?q=t", "?q=zzzz", "?q=%00", "?q=" + new string('a', 5_000)])
            (await AskAsync(reader, "/search/suggest" + nothing)).ShouldBeEmpty(nothing);
    }

    [Fact]
    internal async Task An_answer_is_small_and_may_be_kept()
    {
        await using var market = await Market.OpenAsync();
        await DemoShelves.FillAsync(market);
        using var reader = market.Reader();
        foreach (var typed in (string[])["to", "ch", "xo", "ma", "so", "ba"])
        {
            using var answer = await reader.GetAsync("/search/suggest?q=" + typed);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThanOrEqualTo(2_048, typed);
        }
    }

    [Fact]
    internal void Long_names_leave_fewer_rows()
    {
        var rows = Enumerable.Range(0, 8).Select(i => new Suggestions.Row(new string('ỏ', 150), "/p/" + new string('o', 90) + i)).ToList();
        var bytes = Suggestions.Write(rows, "/en");
        bytes.Length.ShouldBeLessThanOrEqualTo(Suggestions.MostBytes);
        JsonSerializer.Deserialize<string[][]>(bytes)!.Length.ShouldBeInRange(2, 7);
        Encoding.UTF8.GetString(Suggestions.Write([], "")).ShouldBe("[]");
    }

    private static async Task<string[][]> AskAsync(HttpClient reader, string address)
        => JsonSerializer.Deserialize<string[][]>(await reader.GetStringAsync(address))!;
}
