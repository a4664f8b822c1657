using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Sheets;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Reads the list that somebody uploads.</summary>
internal static class RemittanceFile
{
    public const int MostBytes = 1024 * 1024;

    private const int MostSeen = 60;
    private const int LongestText = 100_000;

    /// <param name="content">The file; null where none was chosen.</param>
    /// <param name="flaw">Why the file is not taken; null where it is good.</param>
    /// <returns>Null where there is a flaw.</returns>
    public static RemittanceList? Read(byte[]? content, out Flaw? flaw)
    {
        flaw = null;
        if (content is not { Length: > 0 })
            return No("none", out flaw);
        if (content.Length > MostBytes)
            return No("size", out flaw);
        RemittanceFlaw? told = null;
        foreach (var rows in SheetFile.Read(content))
        {
            if (RemittanceList.Read(rows, out var wrong) is { } list)
                return list;

            // Read with the wrong separator it has no head: the other flaw tells more.
            if (told is null or { Fault: RemittanceFault.NoHead })
                told = wrong;
        }

        return told is null ? No("kind", out flaw) : No(told.Fault.ToString(), out flaw, told.Row, CleanText.Cut(CleanText.OneLine(told.Seen), MostSeen));
    }

    /// <summary>Reads what <see cref="RemittanceList.Text"/> wrote and a form brought back; null where it was changed on its way: nobody types it.</summary>
    public static RemittanceList? Again(string text) => text.Length is 0 or > LongestText ? null : RemittanceList.Read(text, out _);

    private static RemittanceList? No(string fault, out Flaw flaw, params object[] args)
    {
        flaw = new("Upload", "payments.remittance.flaw." + fault, args);
        return null;
    }
}
