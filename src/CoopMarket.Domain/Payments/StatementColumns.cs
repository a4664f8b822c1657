using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Which column of a bank's statement holds what; -1 where there is none.</summary>
internal sealed record StatementColumns(int Day, int Reference, int Debit, int Credit, int Amount, int Text, int Balance)
{
    private const int LongestName = 60;

    // Folded, as banks in Vietnam name them, the more exact first: Vietcombank writes «Số tiền ghi nợ/Debit».
    private static readonly string[] Days = ["ngay gd", "ngay giao dich", "transaction date", "tnx date", "ngay hieu luc", "ngay hach toan", "ngay", "date"];
    private static readonly string[] References = ["so ct", "doc no", "so tham chieu", "ma giao dich", "so giao dich", "so but toan", "reference", "ref no"];
    private static readonly string[] Debits = ["ghi no", "phat sinh no", "tien ra", "debit"];
    private static readonly string[] Credits = ["ghi co", "phat sinh co", "tien vao", "credit"];
    private static readonly string[] Amounts = ["so tien", "amount"];
    private static readonly string[] Texts = ["noi dung", "dien giai", "mo ta", "details", "detail", "description"];
    private static readonly string[] Balances = ["so du", "balance"];

    /// <summary>Reads a row as the head of the table; null where it is none.</summary>
    public static StatementColumns? Of(IReadOnlyList<string> row)
    {
        var names = row.Select(c => c.Length <= LongestName ? Folding.Fold(c) : "").ToList();
        var (debit, credit) = (Find(names, Debits), Find(names, Credits));
        var amount = debit < 0 && credit < 0 ? Find(names, Amounts) : -1;
        StatementColumns columns = new(Find(names, Days), Find(names, References), debit, credit, amount, Find(names, Texts), Find(names, Balances));
        return columns is { Day: >= 0, Text: >= 0 } && (amount >= 0 || (debit >= 0 && credit >= 0)) ? columns : null;
    }

    private static int Find(List<string> names, string[] wanted)
    {
        foreach (var name in wanted)
            if (names.FindIndex(n => $" {n} ".Contains($" {name} ", StringComparison.Ordinal)) is >= 0 and var found)
                return found;
        return -1;
    }
}
