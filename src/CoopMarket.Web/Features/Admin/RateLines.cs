using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Web.Features.Admin;

/// <summary>A delivery price list as an admin types it: one row a line, zone, grams up to, đồng, days at least and at most.</summary>
internal static class RateLines
{
    private const int Columns = 5;

    /// <summary>As it would be typed.</summary>
    public static string Write(IEnumerable<DeliveryRate> rates)
        => string.Join('\n', rates.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Zone} {r.UpToGrams} {r.PriceDong} {r.DaysMin} {r.DaysMax}")));

    /// <summary>Null where a line can't be read; whether the rows make a list is decided by their owner.</summary>
    public static IReadOnlyList<DeliveryRate>? Read(string? typed)
    {
        List<DeliveryRate> rates = [];
        foreach (var line in (typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split((char[])[' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length != Columns || !Enum.TryParse<Zone>(cells[0], ignoreCase: true, out var zone) || !Enum.IsDefined(zone) || char.IsAsciiDigit(cells[0][0])
                || TypedNumber.Read(cells[1], 0, int.MaxValue, out var grams) != NumberVerdict.Whole || TypedNumber.ReadDong(cells[2], 0, Money.Most, out var dong) != NumberVerdict.Whole
                || !int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var daysMin)
                || !int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out var daysMax))
                return null;
            rates.Add(new(zone, grams, dong, daysMin, daysMax));
        }

        return rates;
    }
}
