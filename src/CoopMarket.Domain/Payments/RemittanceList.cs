using System.Globalization;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Why a carrier's list is not taken.</summary>
public enum RemittanceFault
{
    /// <summary>No row names the columns.</summary>
    NoHead,

    /// <summary>There are no lines.</summary>
    NoLines,

    /// <summary>There are more lines than are taken at once.</summary>
    TooMany,

    /// <summary>A line with money names no parcel.</summary>
    NoParcel,

    /// <summary>An amount is no whole number of đồng.</summary>
    Amount,

    /// <summary>Cash less fee is not what the line says was paid, or the lines are not their sum.</summary>
    DoesNotAddUp,

    /// <summary>Neither what was paid nor a sum: nothing shows that the file is whole.</summary>
    NoSum,
}

/// <param name="Row">From 1; 0 where it is no row's.</param>
/// <param name="Seen">What stands there; may be empty.</param>
public sealed record RemittanceFlaw(RemittanceFault Fault, int Row = 0, string Seen = "");

/// <summary>What a carrier says of one parcel, in đồng.</summary>
/// <param name="Parcel">The carrier's number or the order's code, as written.</param>
/// <param name="Cash">What it collected; below zero where it takes back what it had paid.</param>
/// <param name="Fee">What the carrier kept, not negative.</param>
public sealed record RemittanceLine(int Row, string Parcel, long Cash, long Fee)
{
    /// <summary>What it paid, in đồng; negative where only a fee was due, or something is taken back.</summary>
    public long Net => Cash - Fee;
}

/// <summary>A carrier's list of the parcels whose cash it pays over.</summary>
public sealed record RemittanceList(IReadOnlyList<RemittanceLine> Lines)
{
    /// <summary>So many parcels are taken in at once.</summary>
    public const int MostLines = 500;

    private const int LongestName = 60;
    private const int LongestParcel = 60;
    private static readonly string[] Parcels = ["ma van don", "van don", "tracking", "waybill", "ma don hang", "ma don", "order code", "order"];
    private static readonly string[] Cashes = ["tien thu ho", "thu ho", "cod", "cash"];
    private static readonly string[] AllFees = ["tong phi", "total fee", "total fees"];
    private static readonly string[] Fees = ["phi", "cuoc", "fee", "fees"];
    private static readonly string[] Nets = ["thuc nhan", "thuc tra", "tong tra", "con lai", "net"];
    private static readonly string[] Sums = ["tong", "tong cong", "cong", "total", "sum"];

    /// <summary>Reads the rows of a file; what stands before the head is left out. Its lines must add up, each and all.</summary>
    /// <param name="flaw">Null where the list is good.</param>
    /// <returns>Null where it is not.</returns>
    public static RemittanceList? Read(IReadOnlyList<IReadOnlyList<string>> rows, out RemittanceFlaw? flaw)
    {
        ArgumentNullException.ThrowIfNull(rows);
        flaw = null;
        Head? head = null;
        IReadOnlyList<string> named = [];
        List<RemittanceLine> lines = [];
        var isSummed = false;
        for (var i = 0; i < rows.Count && flaw is null; i++)
        {
            if (head is null)
                (head, named) = (Head.Of(rows[i]), rows[i]);
            else if (!isSummed && !rows[i].SequenceEqual(named))
                flaw = Take(head, rows[i], i + 1, lines, ref isSummed);
        }

        flaw ??= head is null ? new(RemittanceFault.NoHead) : lines.Count == 0 ? new(RemittanceFault.NoLines)
            : lines.Count > MostLines ? new(RemittanceFault.TooMany) : head.Net < 0 && !isSummed ? new(RemittanceFault.NoSum) : null;
        return flaw is null ? new(lines) : null;
    }

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static RemittanceList? Read(string text, out RemittanceFlaw? flaw)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read([.. text.Split('\n').Select(row => row.TrimEnd('\r').Split('\t'))], out flaw);
    }

    /// <summary>The lines as a text that a form carries from the look to the taking in.</summary>
    public string Text()
        => string.Join('\n', Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Parcel}\t{l.Cash}\t{l.Fee}\t{l.Net}")).Prepend("tracking\tcod\tfee\tnet"));

    private static RemittanceFlaw? Take(Head head, IReadOnlyList<string> row, int number, List<RemittanceLine> lines, ref bool isSummed)
    {
        var parcel = CleanText.Cut(CleanText.OneLine(At(head.Parcel)), LongestParcel);
        var cash = StatementCell.Dong(At(head.Cash));
        var fees = head.Fees.Select(f => StatementCell.Dong(At(f))).ToList();
        var net = head.Net < 0 ? null : StatementCell.Dong(At(head.Net));
        var isSum = row.Any(c => Sums.Contains(Folding.Fold(Short(c))));
        if (!isSum && parcel.Length == 0 && cash is 0 && fees.TrueForAll(f => f is 0))
            return null;
        if (cash is null)
            return new(RemittanceFault.Amount, number, At(head.Cash));
        if (fees.IndexOf(null) is >= 0 and var wrong)
            return new(RemittanceFault.Amount, number, At(head.Fees[wrong]));
        if (net is null && head.Net >= 0)
            return new(RemittanceFault.Amount, number, At(head.Net));
        // Some carriers print a fee with a minus.
        var fee = fees.Sum(f => Math.Abs(f!.Value));
        if (head is { Fees.Count: 0, Net: >= 0 })
            fee = cash.Value - net!.Value;
        if (fee < 0 || (net is { } paid && paid != cash - fee))
            return new(RemittanceFault.DoesNotAddUp, number, parcel);
        if (!isSum && parcel.Length == 0)
            return new(RemittanceFault.NoParcel, number, At(head.Cash));
        if (!isSum)
            lines.Add(new(number, parcel, cash.Value, fee));
        else if (cash != lines.Sum(l => l.Cash) || fee != lines.Sum(l => l.Fee))
            return new(RemittanceFault.DoesNotAddUp, number, At(head.Cash));
        isSummed |= isSum;
        return null;

        string At(int column) => column < row.Count ? row[column].Trim() : "";
    }

    private static string Short(string cell) => cell.Length <= LongestName ? cell : "";

    /// <summary>Which column holds what.</summary>
    /// <param name="Net">-1 where there is none.</param>
    private sealed record Head(int Parcel, int Cash, IReadOnlyList<int> Fees, int Net)
    {
        public static Head? Of(IReadOnlyList<string> row)
        {
            var names = row.Select(c => $" {Folding.Fold(Short(c))} ").ToList();
            bool Has(int column, string[] wanted) => Array.Exists(wanted, w => names[column].Contains($" {w} ", StringComparison.Ordinal));
            List<int> Which(string[] wanted) => [.. Enumerable.Range(0, names.Count).Where(i => Has(i, wanted))];
            var fees = Which(AllFees) is [var all, ..] ? [all] : Which(RemittanceList.Fees);
            // "Phí thu hộ" is a fee and no cash.
            int First(string[] wanted) => wanted.SelectMany(w => Which([w])).Where(i => !Has(i, RemittanceList.Fees)).FirstOrDefault(-1);
            var (parcel, cash, net) = (First(Parcels), First(Cashes), First(Nets));
            return parcel >= 0 && cash >= 0 && parcel != cash ? new(parcel, cash, fees, net == cash || net == parcel ? -1 : net) : null;
        }
    }
}
