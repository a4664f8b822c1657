using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Makes bank lines of a statement's.</summary>
internal static class StatementLines
{
    private const int LongestReference = 100;
    private const int LongestText = 1_000;

    /// <summary>All lines of an upload, the oldest first; none once all are taken in.</summary>
    public static List<BankLine> Of(StatementUpload upload, BankTransferSettings bank)
    {
        if (upload.Lines.Length == 0)
            return [];
        Dictionary<(string, DateOnly, long), int> seen = [];
        return JsonSerializer.Deserialize<List<StatementLine>>(upload.Lines, Json.Options)!.ConvertAll(line => Of(line, bank, seen));
    }

    private static BankLine Of(StatementLine line, BankTransferSettings bank, Dictionary<(string, DateOnly, long), int> seen)
    {
        var reference = CleanText.Cut(CleanText.OneLine(line.Reference).Trim().ToUpperInvariant(), LongestReference);
        var text = CleanText.Cut(CleanText.OneLine(line.Text), LongestText);
        // A line without a name is known by all that it says: two that say the same and leave the same balance are one.
        var name = reference.Length > 0 ? reference : "S" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{line.Day:yyyy-MM-dd}|{line.Dong}|{text}|{line.Balance}"))))[..40];
        // Two lines of one statement that adds up are two movements, even where the bank gave both one reference.
        var key = (name, line.Day, line.Dong);
        if ((seen[key] = seen.GetValueOrDefault(key) + 1) is > 1 and var turn)
            name = CleanText.Cut(string.Create(CultureInfo.InvariantCulture, $"{name} ({turn})"), LongestReference);
        var direction = line.Dong < 0 ? TransferDirection.Out : TransferDirection.In;
        return new(
            MoneySource.Statement, CleanText.Cut(string.Create(CultureInfo.InvariantCulture, $"{line.Day:yyyyMMdd} {direction} {Math.Abs(line.Dong)} {name}"), LongestReference), Banks.Find(bank.Bin)?.ShortName ?? "", name,
            new(Math.Abs(line.Dong), text, direction, bank.AccountNumber), VietnamDay.Begin(line.Day))
        { Balance = line.Balance };
    }
}
