using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>The screens of an application, in their order: one thing each.</summary>
public enum ApplyStep
{
    Kind,
    Names,
    TaxCode,
    Representative,
    Place,
    Phone,
    Bank,
    Papers,
    Makes,
    Consent,
}

/// <summary>A line that is missing or can't be right.</summary>
/// <param name="Step">The screen that asks for it.</param>
/// <param name="Flaw">The line and the sentence.</param>
public sealed record SellerGap(ApplyStep Step, Flaw Flaw);

/// <summary>
/// What a seller's details still lack: the one truth for the form, for handing in, and for the admin's list of what is missing.
/// </summary>
public static class SellerCheck
{
    /// <summary>Papers that one application may hold.</summary>
    public const int MostPapers = 12;


    /// <summary>All gaps, in the order of the screens.</summary>
    public static IReadOnlyList<SellerGap> Gaps(SellerDetails details)
        => [.. Enum.GetValues<ApplyStep>().SelectMany(step => Flaws(details, step).Select(flaw => new SellerGap(step, flaw)))];

    /// <summary>The flaws of one screen; a path is the property's name.</summary>
    public static IEnumerable<Flaw> Flaws(SellerDetails details, ApplyStep step) => step switch
    {
        ApplyStep.Kind => When(details.Kind is null, nameof(details.Kind), "sellers.flaw.kind"),
        ApplyStep.Names =>
        [
            .. When(details.Name.Length == 0, nameof(details.Name), "sellers.flaw.name"),
            .. When(details.Name.Length > 0 && SellerName.Skeleton(details.Name).Length == 0, nameof(details.Name), "sellers.flaw.name.letters"),
            .. When(details.LegalName.Length == 0, nameof(details.LegalName), "sellers.flaw.legal-name"),
        ],
        ApplyStep.TaxCode => When(!IsTaxCode(details.TaxCode, details.Kind), nameof(details.TaxCode),
            details.Kind?.IsPerson() == true ? "sellers.flaw.tax-code.household" : "sellers.flaw.tax-code"),
        ApplyStep.Representative => When(details.Representative.Length == 0, nameof(details.Representative), "sellers.flaw.representative"),
        ApplyStep.Place => Place(details),
        ApplyStep.Phone => When(!IsPhone(details.Phone), nameof(details.Phone), "sellers.flaw.phone"),
        ApplyStep.Bank =>
        [
            .. When(Banks.Find(details.BankBin) is null, nameof(details.BankBin), "sellers.flaw.bank"),
            .. When(!Shared.BankAccount.IsNumber(details.BankAccount), nameof(details.BankAccount), "sellers.flaw.bank-account"),
            .. When(details.BankAccountName.Length == 0, nameof(details.BankAccountName), "sellers.flaw.bank-account-name"),
        ],
        ApplyStep.Papers => When(details.Papers.Count == 0, nameof(details.Papers), "sellers.flaw.papers"),
        ApplyStep.Makes => When(details.Makes.Length == 0, nameof(details.Makes), "sellers.flaw.makes"),
        ApplyStep.Consent => When(details.RulesVersion.Length == 0, "Agreed", "sellers.flaw.consent"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such screen."),
    };

    /// <summary>
    /// Whether it can be a tax code: 10 digits, 13 for a dependent unit, and for households the owner's personal id of 12,
    /// which is her tax code since 1 July 2025 (Circular 86/2024/TT-BTC).
    /// </summary>
    public static bool IsTaxCode(string code, SellerKind? kind)
        => code.All(char.IsAsciiDigit) && (code.Length is 10 or 13 || (code.Length == 12 && kind?.IsPerson() == true));

    private static IEnumerable<Flaw> Place(SellerDetails details)
    {
        if (Places.FindProvince(details.Province) is null)
            return [new(nameof(details.Province), "sellers.flaw.province")];
        var hasCommune = details.Province == Places.SonLa ? Places.FindCommune(details.CommuneCode) is not null : details.Commune.Length > 0;
        return
        [
            .. When(!hasCommune, details.Province == Places.SonLa ? nameof(details.CommuneCode) : nameof(details.Commune), "sellers.flaw.commune"),
            .. When(details.Village.Length == 0, nameof(details.Village), "sellers.flaw.village"),
        ];
    }

    // E.164: at most 15 digits, the country first.
    private static bool IsPhone(string phone)
        => phone.Length is >= 9 and <= 16 && phone[0] == '+' && phone[1] != '0' && phone.Skip(1).All(char.IsAsciiDigit);

    private static IEnumerable<Flaw> When(bool flawed, string path, string key) => flawed ? [new(path, key)] : [];
}
