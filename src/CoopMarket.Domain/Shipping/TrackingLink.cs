namespace CoopMarket.Domain.Shipping;

/// <summary>Who carries a parcel.</summary>
public enum Carrier
{
    /// <summary>Giao Hàng Nhanh.</summary>
    Ghn,

    /// <summary>Giao Hàng Tiết Kiệm.</summary>
    Ghtk,

    /// <summary>Viettel Post.</summary>
    ViettelPost,

    /// <summary>J&amp;T Express.</summary>
    JtExpress,

    /// <summary>SPX Express.</summary>
    Spx,

    /// <summary>Vietnam Post and its EMS, at home and abroad.</summary>
    VnPost,

    /// <summary>DHL Express.</summary>
    Dhl,

    /// <summary>Somebody else: a bus, a neighbor, another company.</summary>
    Other,
}

/// <summary>Names of carriers, and where a parcel can be followed.</summary>
public static class TrackingLink
{
    /// <summary>The longest tracking number that is taken.</summary>
    public const int MaxNumber = 40;

    private static readonly int[] S10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>The carrier's name as people know it, which for the post is another one in each language; empty for <see cref="Carrier.Other"/>.</summary>
    public static string NameOf(Carrier carrier, string language = "vi") => carrier switch
    {
        Carrier.Ghn => "Giao Hàng Nhanh (GHN)",
        Carrier.Ghtk => "Giao Hàng Tiết Kiệm (GHTK)",
        Carrier.ViettelPost => "Viettel Post",
        Carrier.JtExpress => "J&T Express",
        Carrier.Spx => "SPX Express",
        Carrier.VnPost => language switch { "vi" => "Bưu điện Việt Nam / EMS", "fr" => "Poste vietnamienne / EMS", _ => "Vietnam Post / EMS" },
        Carrier.Dhl => "DHL Express",
        _ => "",
    };

    /// <summary>
    /// The page that shows where the parcel is; for Viettel Post and Vietnam Post, whose deep links don't last, the page
    /// where the number can be entered. Null for other carriers and for no number.
    /// </summary>
    public static Uri? For(Carrier carrier, string? number)
    {
        if (!IsNumber(number)) return null;
        var code = Uri.EscapeDataString(number!.Trim());
        return carrier switch
        {
            Carrier.Ghn => new Uri($"https://donhang.ghn.vn/?order_code={code}"),
            Carrier.Ghtk => new Uri($"https://i.ghtk.vn/{code}"),
            Carrier.ViettelPost => new Uri("https://viettelpost.com.vn/tra-cuu-hanh-trinh-don/"),
            Carrier.JtExpress => new Uri($"https://jtexpress.vn/vi/tracking?type=track&billcode={code}"),
            Carrier.Spx => new Uri($"https://spx.vn/track?{code}"),
            Carrier.VnPost => new Uri("https://vnpost.vn/"),
            Carrier.Dhl => new Uri($"https://www.dhl.com/global-en/home/tracking.html?tracking-id={code}"),
            _ => null,
        };
    }

    /// <summary>Whether a text can be a tracking number: letters, digits, dots, dashes, up to 40 of them.</summary>
    public static bool IsNumber(string? text) =>
        text?.Trim() is { Length: >= 3 and <= MaxNumber } number
        && number.Any(char.IsAsciiLetterOrDigit)
        && number.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');

    /// <summary>
    /// Whether a text can be a number that this carrier gives, so that no word typed in its place is mailed to a buyer. Carriers
    /// change what they give without telling, so only length and digits are asked for; <see cref="Carrier.Other"/> may give none.
    /// </summary>
    public static bool IsNumber(Carrier carrier, string? text)
    {
        if (carrier == Carrier.Other) return string.IsNullOrWhiteSpace(text) || IsNumber(text);
        if (!IsNumber(text)) return false;
        var (length, digits) = (text!.Trim().Length, text.Count(char.IsAsciiDigit));
        return carrier switch
        {
            // Six random letters and digits at least, which may all be letters; shops' own numbers are shorter.
            Carrier.Ghn => length >= 6 || digits > 0,
            Carrier.VnPost => length >= 9 && digits >= 4,
            Carrier.Dhl => digits >= 8,
            _ => length >= 6 && digits >= 4,
        };
    }

    /// <summary>
    /// Whether a text is an item number of international mail with a right check digit (UPU standard S10): two letters,
    /// eight digits, the check digit and the country it was posted in, such as RR473124829GB. Spaces and case don't matter.
    /// </summary>
    public static bool IsS10(string? text)
    {
        var number = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (number.Length != 13 || !number.AsSpan(2, 9).ContainsDigitsOnly()) return false;
        if (!number[..2].All(char.IsAsciiLetterUpper) || !number[11..].All(char.IsAsciiLetterUpper)) return false;
        var sum = 0;
        for (var i = 0; i < S10Weights.Length; i++) sum += (number[2 + i] - '0') * S10Weights[i];
        var check = (11 - sum % 11) switch { 10 => 0, 11 => 5, var digit => digit };
        return number[10] - '0' == check;
    }

    private static bool ContainsDigitsOnly(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
