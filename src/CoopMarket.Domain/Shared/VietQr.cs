using System.Globalization;
using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>What a VietQR code asks the payer's bank to transfer.</summary>
/// <param name="Bin">The receiving bank's six-digit number at NAPAS.</param>
/// <param name="Account">Account or card number, at most 19 letters and digits.</param>
/// <param name="IsCard">Whether <paramref name="Account"/> is a card number.</param>
/// <param name="AmountDong">The amount in đồng; null when the payer types it.</param>
/// <param name="Purpose">The transfer's text; null when there is none.</param>
/// <param name="BillNumber">The bill number; null when there is none.</param>
/// <param name="Reference">The reference label; null when there is none.</param>
public sealed record VietQrTransfer(
    string Bin, string Account, bool IsCard, long? AmountDong, string? Purpose, string? BillNumber, string? Reference);

/// <summary>
/// VietQR payloads for NAPAS 247 transfers: EMVCo's merchant-presented format (EMV QRCPS), fields of a two-digit id,
/// a two-digit length and a value, closed by a CRC-16/CCITT-FALSE.
/// </summary>
public static class VietQr
{
    /// <summary>The longest transfer text that fits every bank.</summary>
    public const int MaxPurpose = 25;

    private const string NapasId = "A000000727";
    private const string ToAccount = "QRIBFTTA";
    private const string ToCard = "QRIBFTTC";
    private const int MaxAccount = 19;
    private const int MaxAmountDigits = 13;

    /// <summary>Builds the payload of a transfer to an account.</summary>
    /// <param name="bin">Six digits, see <see cref="Shared.Banks"/>.</param>
    /// <param name="account">1 to 19 ASCII letters and digits.</param>
    /// <param name="amountDong">Whole đồng above zero; null lets the payer type the amount.</param>
    /// <param name="purpose">At most 25 characters of plain ASCII; null or empty for none.</param>
    /// <exception cref="ArgumentException">One of them doesn't fit.</exception>
    public static string Transfer(string bin, string account, long? amountDong, string? purpose)
    {
        if (!IsBin(bin)) throw new ArgumentException("A bank's number is six digits.", nameof(bin));
        if (!IsAccount(account)) throw new ArgumentException("An account number is 1 to 19 letters and digits.", nameof(account));
        var amount = amountDong?.ToString(CultureInfo.InvariantCulture);
        if (amount is not null && !IsAmount(amount)) throw new ArgumentException("An amount is 1 to 9,999,999,999,999 đồng.", nameof(amountDong));
        if (purpose is { Length: > MaxPurpose } || purpose?.All(IsPrintable) == false)
            throw new ArgumentException("A purpose is at most 25 characters of plain ASCII.", nameof(purpose));

        var payload = new StringBuilder()
            .Append(Field("00", "01"))
            .Append(Field("01", amount is null ? "11" : "12"))
            .Append(Field("38", Field("00", NapasId) + Field("01", Field("00", bin) + Field("01", account)) + Field("02", ToAccount)))
            .Append(Field("53", "704"));
        if (amount is not null) payload.Append(Field("54", amount));
        payload.Append(Field("58", "VN"));
        if (!string.IsNullOrEmpty(purpose)) payload.Append(Field("62", Field("08", purpose)));
        payload.Append("6304");
        return payload + Checksum(payload.ToString());
    }

    /// <summary>
    /// Reads a payload strictly: every length must fit to the last character, no field may come twice, the checksum must
    /// be right and the amount whole đồng.
    /// </summary>
    /// <returns>False for anything else, codes of other networks and countries included.</returns>
    public static bool TryParse(string? payload, out VietQrTransfer? transfer)
    {
        transfer = null;
        if (payload is null || payload.Length is < 8 or > 512 || !payload.All(IsPrintable)) return false;
        if (payload[^8..^4] != "6304" || payload[^4..] != Checksum(payload[..^4])) return false;
        if (!TryFields(payload[..^8], out var fields) || fields.ContainsKey("63")) return false;
        if (!payload.StartsWith("000201", StringComparison.Ordinal) || fields.GetValueOrDefault("01") is not ("11" or "12")) return false;
        if (fields.GetValueOrDefault("53") != "704" || fields.GetValueOrDefault("58") != "VN") return false;

        if (!TryFields(fields.GetValueOrDefault("38"), out var napas) || napas.GetValueOrDefault("00") != NapasId) return false;
        if (napas.GetValueOrDefault("02") is not (ToAccount or ToCard)) return false;
        if (!TryFields(napas.GetValueOrDefault("01"), out var receiver)) return false;
        if (!receiver.TryGetValue("00", out var bin) || !IsBin(bin)) return false;
        if (!receiver.TryGetValue("01", out var account) || !IsAccount(account)) return false;

        long? amountDong = null;
        if (fields.TryGetValue("54", out var amount))
        {
            if (!IsAmount(amount)) return false;
            amountDong = long.Parse(amount, CultureInfo.InvariantCulture);
        }
        Dictionary<string, string> extra = [];
        if (fields.TryGetValue("62", out var additional) && !TryFields(additional, out extra)) return false;

        transfer = new VietQrTransfer(bin, account, napas["02"] == ToCard, amountDong,
            extra.GetValueOrDefault("08"), extra.GetValueOrDefault("01"), extra.GetValueOrDefault("05"));
        return true;
    }

    /// <summary>CRC-16/CCITT-FALSE (polynomial 1021, start FFFF, not reflected) as four capital hexadecimal digits.</summary>
    internal static string Checksum(string text)
    {
        var crc = 0xFFFF;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            crc ^= value << 8;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            crc &= 0xFFFF;
        }
        return crc.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string Field(string id, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}{value.Length:00}{value}");

    private static bool TryFields(string? text, out Dictionary<string, string> fields)
    {
        fields = [];
        if (string.IsNullOrEmpty(text)) return false;
        for (var at = 0; at < text.Length;)
        {
            if (at + 4 > text.Length || !text.AsSpan(at, 4).ContainsOnlyDigits()) return false;
            var id = text.Substring(at, 2);
            var length = (text[at + 2] - '0') * 10 + text[at + 3] - '0';
            at += 4;
            if (length == 0 || at + length > text.Length || !fields.TryAdd(id, text.Substring(at, length))) return false;
            at += length;
        }
        return true;
    }

    private static bool IsBin(string? text) => text is { Length: 6 } && text.AsSpan().ContainsOnlyDigits();

    private static bool IsAccount(string? text) => text is { Length: >= 1 and <= MaxAccount } && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsAmount(string text) =>
        text.Length is >= 1 and <= MaxAmountDigits && text.AsSpan().ContainsOnlyDigits() && text[0] != '0';

    private static bool IsPrintable(char character) => character is >= ' ' and <= '~';

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
