using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Adds a certificate to a product.</summary>
internal static class AddCertificate
{
    internal sealed class Form
    {
        public CertificateKind? Kind { get; set; }

        public int? Stars { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public string? Number { get; set; }

        public string? IssuerVi { get; set; }

        public string? IssuerEn { get; set; }

        public DateOnly? Issued { get; set; }

        public DateOnly? Expires { get; set; }
    }

    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, CertificateKind? Kind, int? Stars, string? NameVi, string? NameEn, string? Number,
        string? IssuerVi, string? IssuerEn, DateOnly? Issued, DateOnly? Expires) : ICommand<Outcome<CertificateId>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, Form form) => new(
            actor, cooperative, product, form.Kind, form.Stars, form.NameVi, form.NameEn, form.Number, form.IssuerVi, form.IssuerEn, form.Issued, form.Expires);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private static readonly DateOnly Earliest = new(2000, 1, 1);
        private static readonly DateOnly Latest = new(2100, 1, 1);

        public Validator(TimeProvider time)
        {
            RuleFor(c => c.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("catalog.flaw.certificate-kind");
            RuleFor(c => c.Stars).InclusiveBetween(3, 5).When(c => c.Kind == CertificateKind.Ocop).WithMessage("catalog.flaw.stars");
            RuleFor(c => c.Stars).NotNull().When(c => c.Kind == CertificateKind.Ocop).WithMessage("catalog.flaw.stars");
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.certificate-name");
            RuleFor(c => c.NameEn).IsText();
            RuleFor(c => c.Number).IsText(required: "catalog.flaw.certificate-number");
            RuleFor(c => c.IssuerVi).IsText(required: "catalog.flaw.issuer");
            RuleFor(c => c.IssuerEn).IsText();
            RuleFor(c => c.Issued).Must(d => d >= Earliest && d <= Show.Day(time.Now())).WithMessage("catalog.flaw.issued");
            RuleFor(c => c.Expires).Must((c, d) => d is null || (d >= c.Issued && d <= Latest)).WithMessage("catalog.flaw.expires");
        }
    }

    internal sealed class Handler(Workbench workbench, Ids ids) : IRequestHandler<Command, Outcome<CertificateId>>
    {
        public async Task<Outcome<CertificateId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var id = ids.New<CertificateId>();
            var terms = new CertificateTerms(
                command.Kind!.Value, Typed.Texts(command.NameVi, command.NameEn), command.Kind == CertificateKind.Ocop ? command.Stars : null,
                Typed.Text(command.Number), Typed.Texts(command.IssuerVi, command.IssuerEn), command.Issued!.Value, command.Expires);
            var outcome = await workbench.ChangeAsync(
                command.Cooperative, command.Product, command.Actor.Person, product => product.AddCertificate(id, terms), cancellationToken);
            return outcome.IsDone ? id : outcome.Refusal!;
        }
    }
}
