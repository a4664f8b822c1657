using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// What a password must be (OWASP ASVS 5.0, 6.2): long enough and not one that everybody tries first. Any character counts,
/// nothing is asked about digits or capitals.
/// </summary>
internal static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 128;

    private const string List = "common-passwords.txt";

    private static readonly FrozenSet<string> Common = Read();

    /// <summary>How many are on the list.</summary>
    public static int CommonCount => Common.Count;

    /// <summary>The key of what is wrong with it; null when it will do.</summary>
    /// <param name="own">What others know of her: her phone, her e-mail, her name.</param>
    public static string? Flaw(string? password, params string?[] own)
    {
        if (string.IsNullOrEmpty(password))
            return "accounts.password.missing";
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest)
            return "accounts.password.short";
        if (password.Length > Longest)
            return "accounts.password.long";
        var plain = Plain(password);
        if (Common.Contains(plain) || Common.Contains(Bare(plain)) || password.EnumerateRunes().Distinct().Count() < 4)
            return "accounts.password.common";
        return own.SelectMany(Parts).Any(part => plain == part || Bare(plain) == part || plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == part)
            ? "accounts.password.own"
            : null;
    }

    /// <summary>The rule for a validator.</summary>
    public static void NewPassword<T>(this IRuleBuilder<T, string?> rule, params Func<T, string?>[] own)
        => rule.Custom((password, context) =>
        {
            if (Flaw(password, [.. own.Select(o => o(context.InstanceToValidate))]) is { } flaw)
                context.AddFailure(flaw);
        });

    private static IEnumerable<string> Parts(string? own)
    {
        if (string.IsNullOrWhiteSpace(own))
            yield break;
        if (Handle.Read(own) is { Phone: { } phone })
        {
            yield return phone.TrimStart('+');
            yield return "0" + phone[3..];
        }

        yield return Plain(own);
        yield return Plain(own.Split('@')[0]);
    }

    // Lower case, without marks, spaces and punctuation: «Mật khẩu!» is «matkhau».
    private static string Plain(string text)
    {
        var whole = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return Folding.Fold(whole.ToString()).Replace(" ", "", StringComparison.Ordinal);
    }

    // Without digits around it and with the usual disguises undone: «p4ssw0rd2026» is «password».
    private static string Bare(string plain)
        => plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
            .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't');

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(List)!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
