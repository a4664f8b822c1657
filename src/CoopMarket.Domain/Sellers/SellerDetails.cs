using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>What an application tells of, one for each line of it.</summary>
public enum SellerField
{
    Kind,
    Name,
    EnglishName,
    LegalName,
    TaxCode,
    Representative,
    Province,
    Commune,
    Village,
    Phone,
    Bank,
    BankAccount,
    BankAccountName,
    Papers,
    Makes,
    Consent,
}

/// <summary>
/// All that a seller tells of herself, as far as it is typed. Any part may be missing; <see cref="SellerCheck"/> says what.
/// </summary>
public sealed record SellerDetails
{
    /// <summary>Null until chosen.</summary>
    public SellerKind? Kind { get; init; }

    /// <summary>The name over the shop, in Vietnamese.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name for readers of English; empty where there is none.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The name on the registration.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>10 or 13 digits; a household's is its owner's personal id of 12.</summary>
    public string TaxCode { get; init; } = "";

    /// <summary>Who signs for the seller by law.</summary>
    public string Representative { get; init; } = "";

    /// <summary>The code of one of the 34 provinces.</summary>
    public string Province { get; init; } = "";

    /// <summary>The five-digit code of one of Sơn La's communes; empty elsewhere.</summary>
    public string CommuneCode { get; init; } = "";

    /// <summary>The commune's name; for Sơn La as its code has it.</summary>
    public string Commune { get; init; } = "";

    /// <summary>The village or street.</summary>
    public string Village { get; init; } = "";

    /// <summary>E.164 once it can be read; as typed before.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The bank's six digits at NAPAS.</summary>
    public string BankBin { get; init; } = "";

    public string BankAccount { get; init; } = "";

    /// <summary>The account's holder as the bank writes it: capitals without marks.</summary>
    public string BankAccountName { get; init; } = "";

    public IReadOnlyList<SellerPaper> Papers { get; init; } = [];

    /// <summary>What it makes, in its own words.</summary>
    public string Makes { get; init; } = "";

    /// <summary>The version of the rules that were agreed to; empty until then.</summary>
    public string RulesVersion { get; init; } = "";

    /// <summary>What was typed, line by line: for differences and for the fingerprint.</summary>
    public string this[SellerField field] => field switch
    {
        SellerField.Kind => Kind?.ToString() ?? "",
        SellerField.Name => Name,
        SellerField.EnglishName => EnglishName,
        SellerField.LegalName => LegalName,
        SellerField.TaxCode => TaxCode,
        SellerField.Representative => Representative,
        SellerField.Province => Province,
        SellerField.Commune => CommuneCode.Length == 0 ? Commune : $"{Commune} ({CommuneCode})",
        SellerField.Village => Village,
        SellerField.Phone => Phone,
        SellerField.Bank => BankBin,
        SellerField.BankAccount => BankAccount,
        SellerField.BankAccountName => BankAccountName,
        SellerField.Papers => string.Join(' ', Papers.Select(p => p.Hash)),
        SellerField.Makes => Makes,
        SellerField.Consent => RulesVersion,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such line."),
    };

    /// <summary>A hash over every line: what an admin saw, and what an approval binds to.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var field in Enum.GetValues<SellerField>())
            text.Append(CultureInfo.InvariantCulture, $"{field}:{this[field].Length}:{this[field]}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// Whether the bank account is neither in its own name nor in its representative's, as far as it can be read off the names: marks,
    /// case and the order of words aside. Banks shorten long names, so one may be the beginning of the other.
    /// </summary>
    public bool IsAccountOfAnother()
    {
        var holder = Shortened(BankAccountName);
        return holder.Length > 0 && !new[] { LegalName, Name, Representative }.Select(Shortened).Any(name => name.Length > 0
            && (Begins(name, holder) || Begins(holder, name) || holder.Split(' ').Order(StringComparer.Ordinal).SequenceEqual(name.Split(' ').Order(StringComparer.Ordinal))));
    }

    // A family name alone says nothing.
    private static bool Begins(string whole, string part) => part.Contains(' ', StringComparison.Ordinal) && $"{whole} ".StartsWith($"{part} ", StringComparison.Ordinal);

    // Banks write HTX.
    private static string Shortened(string name) => $" {Folding.Fold(name)} ".Replace(" hop tac xa ", " htx ", StringComparison.Ordinal).Trim();

    /// <summary>The lines in which two tellings differ.</summary>
    public IReadOnlyList<SellerField> DifferencesFrom(SellerDetails other)
        => [.. Enum.GetValues<SellerField>().Where(f => this[f] != other[f])];

    /// <summary>The same without what tells of a person, for when the law no longer asks to keep it.</summary>
    public SellerDetails WithoutPerson() => this with
    {
        Representative = "",
        Phone = "",
        BankAccount = "",
        BankAccountName = "",
        // A household is registered under its owner's name and number.
        LegalName = Kind?.IsPerson() == true ? "" : LegalName,
        TaxCode = Kind?.IsPerson() == true ? "" : TaxCode,
        Papers = [],
    };
}
