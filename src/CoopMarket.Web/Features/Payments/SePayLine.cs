using System.Globalization;
using System.Text.Json;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Reads the body of SePay's webhook.</summary>
internal static class SePayLine
{
    private const int LongestText = 1_000;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Null where it is no bank line of theirs.</summary>
    /// <param name="ourAccount">A virtual account of ours may stand in <c>subAccount</c>.</param>
    /// <param name="now">Stands in for a date that can't be read: money is not refused for it.</param>
    public static BankLine? Read(ReadOnlyMemory<byte> body, string ourAccount, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, ourAccount, now) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text that is no valid Unicode.
            return null;
        }
    }

    private static BankLine? Read(JsonElement line, string ourAccount, DateTimeOffset now)
    {
        if (Number(line, "id") is not { } id || Number(line, "transferAmount") is not { } amount || amount is < -Money.Most or > Money.Most)
            return null;
        if (Text(line, "accountNumber") is not { Length: > 0 and <= 40 } account)
            return null;
        TransferDirection? direction = Text(line, "transferType") switch { "in" => TransferDirection.In, "out" => TransferDirection.Out, _ => null };
        if (direction is null)
            return null;

        var ours = BankAccount.Plain(ourAccount);
        if (Text(line, "subAccount") is { } sub && ours.Length > 0 && BankAccount.Plain(sub) == ours)
            account = sub;
        var sourceId = id.ToString(CultureInfo.InvariantCulture);
        var reference = CleanText.Cut(CleanText.OneLine(Text(line, "referenceCode")).Trim().ToUpperInvariant(), 100);
        return new(
            MoneySource.SePay, sourceId, CleanText.Cut(CleanText.OneLine(Text(line, "gateway")), 60), reference.Length > 0 ? reference : "SEPAY-" + sourceId,
            new(amount, CleanText.Cut(CleanText.OneLine(Text(line, "content")), LongestText), direction.Value, account), Booked(Text(line, "transactionDate"), now))
        { Balance = Number(line, "accumulated") is > 0 and var after ? after : null };
    }

    // Vietnam's time, without an offset.
    private static DateTimeOffset Booked(string? text, DateTimeOffset now)
        => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, VietnamDay.Offset).ToUniversalTime()
            : now;

    private static long? Number(JsonElement line, string name)
        => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement line, string name)
        => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
