using System.Globalization;
using System.Text;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>A bank's statement of account as a file.</summary>
internal static class StatementFile
{
    /// <summary>CSV as Vietnamese banks write it; the account was empty before the first line.</summary>
    public static byte[] Of(params IReadOnlyCollection<(string Reference, long Dong, string Text)> lines) => On("23/11/2026", lines);

    /// <summary>The same of another day.</summary>
    public static byte[] On(string day, params IReadOnlyCollection<(string Reference, long Dong, string Text)> lines)
    {
        StringBuilder text = new("\"Ngày\",\"Số CT\",\"Ghi nợ\",\"Ghi có\",\"Số dư\",\"Nội dung\"\r\n");
        var balance = 0L;
        foreach (var (reference, dong, said) in lines)
        {
            balance += dong;
            text.Append(CultureInfo.InvariantCulture, $"\"{day}\",\"{reference}\",\"{(dong < 0 ? Print(-dong) : "")}\",\"{(dong > 0 ? Print(dong) : "")}\",\"{Print(balance)}\",\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Print(long dong) => dong.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
