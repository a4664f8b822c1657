using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Browser.Tests.Sweep;

/// <summary>The words that a page may show although they are in no resource: what people typed, places, banks, months and trade names.</summary>
internal sealed partial class KnownNames
{
    // Written alike in every language.
    private static readonly string[] Alike = ["CoopMarket", "VietQR", "Stripe", "JSON", "VietGAP", "OCOP", "UTC", "Chromium", "HeadlessChrome", "Linux", "Chrome"];

    private readonly HashSet<string> _words;

    private KnownNames(IEnumerable<string> texts) => _words = texts.SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that is typed into a market, with what the trade calls by name.</summary>
    public static async Task<KnownNames> OfAsync(LiveMarket market)
    {
        var english = Languages.Culture("en").DateTimeFormat;
        // The market's own texts are pages of their own, in no resource.
        Languages.Speak("en");
        return new(
        [
            .. await market.InDbAsync(TypedAsync), .. Alike, .. english.AbbreviatedMonthNames, .. english.MonthNames, .. Enum.GetNames<Currency>(), .. Enum.GetNames<Carrier>(),
            .. Places.All.SelectMany(p => new[] { p.Name, p.EnglishName }), .. Places.Communes.Select(c => c.FullName), .. PublicTexts.Names.Select(n => PublicTexts.Find(n)!.Title), .. Banks.All.SelectMany(b => new[] { b.ShortName, b.Name }),
            .. Languages.All.Select(l => market.Words.In(l, "shared.language." + l)), .. market.Words.All("en").Where(t => t.Key.StartsWith("countries.", StringComparison.Ordinal)).Select(t => t.Value),
        ]);
    }

    /// <summary>Whether every word of a text is known.</summary>
    public bool Know(string text) => Words(text).All(_words.Contains);

    // The name of a state is one bare word of plain letters: a page that shows it is at fault.
    private static async Task<List<string>> TypedAsync(DbContext db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        List<string> texts = [];
        foreach (var table in await ColumnAsync(connection, "select name from sqlite_master where type = 'table' and name not like 'outbox%' and name not like '%audit%' and name not like '%migrations%'"))
            foreach (var column in await ColumnAsync(connection, $"select name from pragma_table_info('{table}') where type = 'TEXT'"))
                texts.AddRange((await ColumnAsync(connection, $"select distinct \"{column}\" from \"{table}\" where \"{column}\" is not null")).Where(t => !StateName().IsMatch(t)));
        return [.. texts.Select(t => Escape().Replace(t, m => ((char)int.Parse(m.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()))];
    }

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come out of the schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^(?:[A-Z][a-z]+){1,4}$", RegexOptions.None, 1000)]
    private static partial Regex StateName();

    [GeneratedRegex(@"\\u(?<hex>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
