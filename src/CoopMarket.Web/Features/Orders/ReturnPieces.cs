using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Orders;

/// <summary>How many of which lines are to go back, as a form tells it: by the line's id.</summary>
internal static class ReturnPieces
{
    /// <summary>Whether each is a line and a number from 0 to the most that can be ordered of one thing.</summary>
    public static bool AreGood(IReadOnlyDictionary<string, string> typed)
        => typed.Count <= Basket.MostLines && typed.All(t => Guid.TryParse(t.Key, out _) && int.TryParse(t.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Basket.MostOfOne);

    /// <summary>What was chosen of some lines; what is no line of theirs is left out.</summary>
    public static IReadOnlyList<(OrderLineId Line, int Quantity)> Of(IReadOnlyDictionary<string, string> typed, IEnumerable<OrderLine> lines)
    {
        var chosen = typed.DistinctBy(t => Guid.Parse(t.Key)).ToDictionary(t => Guid.Parse(t.Key), t => int.Parse(t.Value, CultureInfo.InvariantCulture));
        return [.. lines.Where(l => chosen.GetValueOrDefault(l.Id.Value) > 0).Select(l => (l.Id, chosen[l.Id.Value]))];
    }
}
