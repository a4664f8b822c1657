using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using FluentValidation;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>What is typed of a certificate, for telling of one and for changing it.</summary>
internal sealed class CertificateForm
{
    public CertificateKind? Kind { get; set; }

    /// <summary>3 to 5; only for OCOP.</summary>
    public int? Stars { get; set; }

    public string? NameVi { get; set; }

    public string? NameEn { get; set; }

    public string? NameFr { get; set; }

    public string? Number { get; set; }

    public string? IssuerVi { get; set; }

    public string? IssuerEn { get; set; }

    public string? IssuerFr { get; set; }

    public DateOnly? Issued { get; set; }

    /// <summary>Nothing typed: 36 months for OCOP, else none.</summary>
    public DateOnly? Expires { get; set; }

    public List<ProductId> Products { get; set; } = [];

    /// <summary>The paper, as it is sent.</summary>
    public IFormFile? Paper { get; set; }

    /// <summary>A paper that was sent already, sealed: browsers send no file twice when a form is shown again.</summary>
    public string? Kept { get; set; }

    /// <summary>What stands on it, after the rules have let it pass; no property, as the framework reads those of whatever is posted.</summary>
    public CertificateTerms Terms() => new(
        Kind!.Value, Typed.Texts(NameVi, NameEn, NameFr), Kind == CertificateKind.Ocop ? Stars : null, Typed.Text(Number), Typed.Texts(IssuerVi, IssuerEn, IssuerFr), Issued!.Value, Last);

    private DateOnly? Last => Expires ?? (Kind == CertificateKind.Ocop && Issued is { } first ? CertificateTerms.LastOfOcop(first) : null);

    public static CertificateForm Of(Certificate certificate) => new()
    {
        Kind = certificate.Kind,
        Stars = certificate.Stars,
        NameVi = certificate.Name.Vi,
        NameEn = certificate.Name.All.GetValueOrDefault("en"),
        NameFr = certificate.Name.All.GetValueOrDefault("fr"),
        Number = certificate.Number,
        IssuerVi = certificate.Issuer.Vi,
        IssuerEn = certificate.Issuer.All.GetValueOrDefault("en"),
        IssuerFr = certificate.Issuer.All.GetValueOrDefault("fr"),
        Issued = certificate.Issued,
        Expires = certificate.Expires,
        Products = [.. certificate.Products.Select(p => p.Product)],
    };

    /// <summary>The rules of its shape.</summary>
    internal sealed class Rules : AbstractValidator<CertificateForm>
    {
        private static readonly DateOnly Earliest = new(2000, 1, 1);
        private static readonly DateOnly Latest = new(2100, 1, 1);

        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("certificates.flaw.kind");
            RuleFor(f => f.Stars).Must(s => s is >= 3 and <= 5).When(f => f.Kind == CertificateKind.Ocop).WithMessage("certificates.flaw.stars");
            RuleFor(f => f.NameVi).IsText(required: "certificates.flaw.name");
            RuleFor(f => f.NameEn).IsText();
            RuleFor(f => f.NameFr).IsText();
            RuleFor(f => f.Number).IsText(required: "certificates.flaw.number");
            RuleFor(f => f.IssuerVi).IsText(required: "certificates.flaw.issuer");
            RuleFor(f => f.IssuerEn).IsText();
            RuleFor(f => f.IssuerFr).IsText();
            RuleFor(f => f.Issued).Must(d => d >= Earliest && d <= VietnamDay.Of(time.Now())).WithMessage("certificates.flaw.issued");
            RuleFor(f => f.Expires).Must((f, d) => d is null || (d >= f.Issued && d <= Latest)).WithMessage("certificates.flaw.expires");
            RuleFor(f => f.Expires).Must((f, d) => d <= CertificateTerms.LastOfOcop(f.Issued!.Value)).When(f => f is { Kind: CertificateKind.Ocop, Expires: not null } && f.Issued >= Earliest && f.Issued <= Latest)
                .WithMessage("certificates.flaw.ocop-months").WithState(_ => new object[] { CertificateTerms.OcopMonths });
            RuleFor(f => f.Expires).NotNull().When(f => f.Kind is CertificateKind.Organic or CertificateKind.VietGap).WithMessage("certificates.flaw.needs-end");
            RuleFor(f => f.Products).Must(p => p.Count > 0).WithMessage("certificates.flaw.products");
        }
    }
}
