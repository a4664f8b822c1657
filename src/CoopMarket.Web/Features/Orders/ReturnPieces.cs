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

    /// <summary>How many she chose of a line, as the form says it.</summary>
    public static string Wanted(this IReadOnlyDictionary<string, string> typed, ReturnForm.LineView line) => typed.GetValueOrDefault(line.Id.ToString(), "0");

    /// <summary>Whether she chose any of a line.</summary>
    public static bool IsWanted(this IReadOnlyDictionary<string, string> typed, ReturnForm.LineView line) => typed.Wanted(line) is not ("0" or "");

    /// <summary>Whether all that was chosen is of these parts, and not on its way back already.</summary>
    public static bool AreOf(IReadOnlyDictionary<string, string> typed, IEnumerable<ReturnForm.PartView> parts)
        => typed.Keys.All(k => parts.Any(p => p.Lines.Any(l => l.Id.ToString() == k)));

    /// <summary>What she signs is what will be done: of a part that was not sent, all of it or nothing.</summary>
    /// <param name="typed">What was chosen; the lines of such parts are set in it.</param>
    /// <param name="calledOff">The parts that were ticked, by id.</param>
    /// <param name="parts">All that she may choose of.</param>
    /// <param name="isFirst">Whether nothing was chosen yet: then all such parts are ticked.</param>
    public static void Complete(Dictionary<string, string> typed, IReadOnlyCollection<string> calledOff, IEnumerable<ReturnForm.PartView> parts, bool isFirst)
    {
        foreach (var part in parts.Where(p => !p.IsSent))
        {
            var isCalledOff = isFirst || calledOff.Contains(part.Id.ToString()) || part.Lines.Any(typed.IsWanted);
            foreach (var line in part.Lines)
                typed[line.Id.ToString()] = isCalledOff ? line.Left.ToString(CultureInfo.InvariantCulture) : "0";
        }
    }

    /// <summary>What was chosen of some lines; what is no line of theirs is left out.</summary>
    public static IReadOnlyList<(OrderLineId Line, int Quantity)> Of(IReadOnlyDictionary<string, string> typed, IEnumerable<OrderLine> lines)
    {
        var chosen = typed.DistinctBy(t => Guid.Parse(t.Key)).ToDictionary(t => Guid.Parse(t.Key), t => int.Parse(t.Value, CultureInfo.InvariantCulture));
        return [.. lines.Where(l => chosen.GetValueOrDefault(l.Id.Value) > 0).Select(l => (l.Id, chosen[l.Id.Value]))];
    }
}
