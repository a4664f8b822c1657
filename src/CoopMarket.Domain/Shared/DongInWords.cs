using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>Amounts as Vietnamese papers write them out: «Một trăm linh năm nghìn đồng», as said in the north.</summary>
public static class DongInWords
{
    private const long Billion = 1_000_000_000;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly (long Size, string Name)[] Groups = [(1_000_000, " triệu"), (1_000, " nghìn"), (1, "")];

    /// <summary>The amount in words, with a capital and its unit.</summary>
    /// <param name="dong">In đồng, not below zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below zero.</exception>
    public static string Of(long dong)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dong);
        var words = dong == 0 ? Digits[0] : Read(dong, isLed: false);
        return char.ToUpperInvariant(words[0]) + words[1..] + " đồng";
    }

    // Thousands of millions are counted anew: «một nghìn tỷ».
    private static string Read(long number, bool isLed)
    {
        if (number < Billion)
            return ReadBelow((int)number, isLed);
        var rest = (int)(number % Billion);
        return Read(number / Billion, isLed) + " tỷ" + (rest == 0 ? "" : " " + ReadBelow(rest, isLed: true));
    }

    private static string ReadBelow(int number, bool isLed)
    {
        var words = new StringBuilder();
        foreach (var (size, name) in Groups)
        {
            var three = (int)(number / size % 1_000);
            if (three == 0)
                continue;
            if (words.Length > 0)
                words.Append(' ');
            words.Append(Three(three, isLed || words.Length > 0)).Append(name);
        }

        return words.ToString();
    }

    // After another group the empty hundreds are said: «một nghìn không trăm linh năm».
    private static string Three(int number, bool isLed)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        List<string> words = [];
        if (hundreds > 0 || isLed)
            words.AddRange([Digits[hundreds], "trăm"]);
        if (tens > 1)
            words.AddRange([Digits[tens], "mươi"]);
        else if (tens == 1)
            words.Add("mười");
        else if (ones > 0 && words.Count > 0)
            words.Add("linh");
        if (ones > 0)
            words.Add((tens, ones) switch { ( > 1, 1) => "mốt", ( > 1, 4) => "tư", ( > 0, 5) => "lăm", _ => Digits[ones] });
        return string.Join(' ', words);
    }
}
