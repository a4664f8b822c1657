using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Shared;

/// <summary>The one place that writes money, dates and weights for readers, in the language of the request.</summary>
internal static class Show
{
    /// <summary>«385.000 ₫» and «12,40 €» in Vietnamese, «385 000 ₫» and «12,40 €» in French, «₫385,000» and «€12.40» in English.</summary>
    public static string Money(Money money)
    {
        // The hyphen of the cultures' own form is short, and a line may end behind it.
        var sign = money.Minor < 0 ? "−" : "";
        var number = money.Currency.Exponent() == 0
            ? Math.Abs(money.Minor).ToString("N0", CultureInfo.CurrentCulture)
            : (Math.Abs(money.Minor) / 100m).ToString("N2", CultureInfo.CurrentCulture);
        var symbol = Symbol(money.Currency);
        return IsBefore ? $"{sign}{symbol}{number}" : $"{sign}{number}\u00a0{symbol}";
    }

    /// <summary>What a card is charged, with the đồng that this pays where they are not the same: «12,40 € (385.000 ₫)».</summary>
    public static string Both(Money charged, Money dong) => charged.Currency == dong.Currency ? Money(dong) : $"{Money(charged)} ({Money(dong)})";

    /// <summary>The language of a text where it isn't the page's, so that it is read out and hyphenated as what it is; else null.</summary>
    public static string? Lang(LocalizedText text) => text.Spoken(Languages.Current) is { } spoken && spoken != Languages.Current ? spoken : null;

    /// <summary>«≈ 12,40 €»: about what a price comes to for a reader who chose another currency; empty where she didn't.</summary>
    public static string About(Money price, ExchangeTerms? terms) => terms is null ? "" : "≈\u00a0" + Money(terms.Of(price));

    /// <summary>«1 €», «€1».</summary>
    public static string One(Currency currency) => IsBefore ? Symbol(currency) + "1" : "1\u00a0" + Symbol(currency);

    /// <summary>«29.876,54 ₫», from hundredths of a đồng.</summary>
    public static string Rate(long perUnit)
    {
        var number = (perUnit / 100m).ToString("N2", CultureInfo.CurrentCulture);
        return IsBefore ? "₫" + number : number + "\u00a0₫";
    }

    // English alone writes the sign of a currency before the amount.
    private static bool IsBefore => Languages.Current == "en";

    // Dollars are of many countries; the yen's sign is the yuan's as well, which the market doesn't know.
    private static string Symbol(Currency currency) => currency switch
    {
        Currency.VND => "₫",
        Currency.USD => "US$",
        Currency.EUR => "€",
        Currency.GBP => "£",
        Currency.JPY => "¥",
        Currency.AUD => "A$",
        Currency.SGD => "S$",
        _ => "₩",
    };

    /// <summary>How long something is heard, to the nearest second: «2:05».</summary>
    public static string Length(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds + 500).ToString(@"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>How heavy files are, to the nearest kilobyte of 1,024 bytes: «96 KB», in French «96 Ko».</summary>
    public static string Bytes(long bytes) => Number((bytes + 512) / 1024) + (Languages.Current == "fr" ? "\u00a0Ko" : "\u00a0KB");

    /// <summary>An amount of đồng.</summary>
    public static string Dong(long dong) => Money(Domain.Shared.Money.Dong(dong));

    /// <summary>An amount of đồng as a page's largest number, with its sign small, where the language has it.</summary>
    public static IHtmlContent Big(long dong)
    {
        const string sign = "<small>₫</small>";
        return new HtmlString(IsBefore ? sign + Number(dong) : $"{Number(dong)} {sign}");
    }

    /// <summary>An amount of đồng to take in at a glance, to the nearest: «8,5» million, «770» thousand. The page says it to the đồng below.</summary>
    public static (string Number, string Unit) Short(long dong) => Math.Abs(dong) switch
    {
        >= 99_950_000 => (Rounded(dong, 1_000_000, "#,0"), "million"),
        >= 999_500 => (Rounded(dong, 1_000_000, "#,0.#"), "million"),
        >= 1_000 => (Rounded(dong, 1_000, "#,0"), "thousand"),
        _ => (Number(dong), "dong"),
    };

    // Half of the last digit goes away from zero, as people round.
    private static string Rounded(long dong, int unit, string format) => ((decimal)dong / unit).ToString(format, CultureInfo.CurrentCulture);

    /// <summary>«6 %» or «6,5 %», from basis points.</summary>
    public static string Percent(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.CurrentCulture) + (CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? "%" : "\u00a0%");

    /// <summary>The same words, with numbers and what follows them («250 g») kept on one line.</summary>
    public static string Unbroken(string words)
        => string.Concat(words.Select((c, i) => c == ' ' && i > 0 && char.IsAsciiDigit(words[i - 1]) ? '\u00a0' : c));

    /// <summary>«4,6», from tenths; the tenth is always there.</summary>
    public static string Tenths(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>A whole number with the language's separators.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>«22/11/2026», «22 Nov 2026» in other languages, «1er déc. 2026» in French; in Vietnam's day.</summary>
    public static string Date(DateTimeOffset at) => Date(VietnamDay.Of(at));

    public static string Date(DateOnly day) => Languages.Current == "vi"
        ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : (Languages.Current == "fr" && day.Day == 1 ? "1er" : Number(day.Day)) + day.ToString("\u00a0MMM\u00a0yyyy", CultureInfo.CurrentCulture);

    /// <summary>«22/11/2026 14:05», in Vietnam's time.</summary>
    public static string DateTime(DateTimeOffset at)
        => Date(at) + at.ToOffset(VietnamDay.Offset).ToString(Languages.Current == "fr" ? " 'à' H\u00a0'h'\u00a0mm" : " HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«7:42», in Vietnam's time.</summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(VietnamDay.Offset).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>«Thứ Hai», the day in Vietnam.</summary>
    public static string Weekday(DateTimeOffset at)
    {
        var name = at.ToOffset(VietnamDay.Offset).ToString("dddd", CultureInfo.CurrentCulture);
        return char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
    }

    /// <summary>«3» for «tháng 3», «March», «mars», from 1 to 12.</summary>
    public static string Month(int month) => Languages.Current == "vi" ? Number(month) : CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>«250 g» or «1,2 kg».</summary>
    public static string Grams(long grams) => grams < 1_000 ? $"{grams}\u00a0g" : (grams / 1_000m).ToString("0.##", CultureInfo.CurrentCulture) + "\u00a0kg";

    /// <summary>«···4471»: an account by its last four digits, for who knows it; a shorter one whole (OWASP ASVS 14.2.6).</summary>
    public static string Account(string number) => number.Length <= 4 ? number : "···" + number[^4..];

    /// <summary>A Vietnamese number as people write it («0912 345 678»), others as they are.</summary>
    public static string Phone(string e164, bool abroad = false) => e164.StartsWith("+84", StringComparison.Ordinal) && e164.Length == 12
        ? $"{(abroad || Languages.Current != "vi" ? "+84 " : "0")}{e164[3..6]} {e164[6..9]} {e164[9..]}"
        : e164;
}
