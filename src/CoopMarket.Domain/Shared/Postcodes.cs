using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>
/// Postcodes abroad: which countries write them, and in which shape. Shapes on which the tables of validator.js 13.15 and postal-codes-js
/// 2.5 agree, as far as these know the country; wider where an older shape is still written, as in Indonesia, Serbia and Taiwan. A country
/// that neither table nor this one is sure of takes anything that could be a code, so that nobody who lives there is turned away.
/// </summary>
public static class Postcodes
{
    private const char Digit = '9', Letter = 'A', Either = '*';

    // Of a shape, spaces and dashes are for the eye: people leave them out.
    private static readonly (string Shapes, string Countries)[] Known =
    [
        ("9999", "AT AU BE BG CC CH CX CY DK GE GL HU LI LU MK NF NO NZ PH SI SJ TN ZA"),
        ("9999|LV-9999", "LV"),
        ("9999|MD-9999", "MD"),
        ("99999", "AX BA BL DE EE ES FI FR GF GP HR IT KR MA MC ME MF MQ MX MY NC PF PM RE SM TH TR UA VA WF YT"),
        ("99999|LT-99999", "LT"),
        ("999 99", "CZ GR SE SK"),
        ("99-999", "PL"),
        ("999999", "BY CN IN KZ RO RU SG"),
        ("99999|999999", "ID RS"),
        ("999|99999|999999", "TW"),
        ("999", "FO IS"),
        ("AD999|999", "AD"),
        ("9999-999|9999", "PT"),
        ("9999 AA", "NL"),
        ("AAA 9999|AAA 999|AAA 99", "MT"),
        ("A99 ****|A9A ****", "IE"),
        ("AA9 9AA|A9 9AA|A99 9AA|AA99 9AA|A9A 9AA|AA9A 9AA", "GB GG IM JE"),
        ("99999|99999-9999", "AS FM GU MH MP PR PW US VI"),
        ("A9A 9A9", "CA"),
        ("99999-999", "BR"),
        ("999-9999", "JP"),
    ];

    // None at all, or none that letters there bear.
    private static readonly HashSet<string> Without =
    [
        .. ("AE AG AO AQ AW BF BI BJ BO BQ BS BV BW BZ CD CF CG CI CK CM CO CW DJ DM EH ER FJ GA GD GH GM GQ GY HK HM IQ JM KI KM KN KP LC LY ML MO "
            + "MR MS MW NA NR NU PA QA RW SB SC SL SO SR SS ST SX SY TD TF TG TK TL TO TT TV UG UM VC VU YE ZW").Split(' '),
    ];

    private static readonly Dictionary<string, string[]> Shapes = Known
        .SelectMany(row => row.Countries.Split(' ').Select(country => (country, row.Shapes)))
        .ToDictionary(row => row.country, row => row.Shapes.Split('|'), StringComparer.Ordinal);

    /// <summary>Whether an address there is not whole without one.</summary>
    /// <param name="country">ISO 3166-1 alpha-2. At home nobody writes it: the commune says it.</param>
    public static bool IsNeeded(string country) => country != "VN" && !Without.Contains(country);

    /// <summary>Whether it can be a postcode there. Where its shape is not known, two to ten letters and digits; where there are none, anything.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="typed">As typed; empty where nothing is.</param>
    public static bool Fits(string country, string typed)
    {
        if (!IsNeeded(country))
            return true;
        var code = Bare(typed);
        if (!Shapes.TryGetValue(country, out var shapes))
            return code.Length is >= 2 and <= 10 && code.All(char.IsLetterOrDigit);
        var local = Bare(WithoutCountry(typed.Trim()));
        return shapes.Any(shape => Matches(Bare(shape), code) || Matches(Bare(shape), local));
    }

    /// <summary>What one looks like there, such as «12345» or «AB1 2CD»; empty where that is not known.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static string Example(string country)
    {
        if (!Shapes.TryGetValue(country, out var shapes))
            return "";
        StringBuilder example = new();
        foreach (var sign in shapes[0])
            example.Append(sign switch
            {
                Digit => "123456789"[example.ToString().Count(char.IsAsciiDigit)],
                Letter or Either => "ABCDEFGH"[example.ToString().Count(char.IsAsciiLetter)],
                _ => sign,
            });
        return example.ToString();
    }

    // «F-69001» and «D-10365» are how neighbors write to each other.
    private static string WithoutCountry(string code)
        => code.IndexOf('-', StringComparison.Ordinal) is var dash and (1 or 2) && code[..dash].All(char.IsAsciiLetter) ? code[dash..] : code;

    private static string Bare(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    private static bool Matches(string shape, string code)
        => shape.Length == code.Length && shape.Zip(code).All(pair => pair.First switch
        {
            Digit => char.IsAsciiDigit(pair.Second),
            Either => char.IsAsciiLetterOrDigit(pair.Second),
            Letter => char.IsAsciiLetterUpper(pair.Second),
            var sign => sign == pair.Second,
        });
}
