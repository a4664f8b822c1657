using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Says of a certificate otherwise; an admin looks again before buyers see it.</summary>
internal static class ChangeCertificate
{
    /// <param name="Form">What stands on it.</param>
    /// <param name="Paper">As it was stored; null: the paper that is there stays.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, CertificateId Certificate, CertificateForm Form, SellerPaper? Paper) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Certificate.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time) => RuleFor(c => c.Form).SetValidator(new CertificateForm.Rules(time)).OverridePropertyName("");
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == command.Certificate && c.Cooperative == command.Cooperative, cancellationToken) is not { } certificate)
                return new NotFound();
            var own = await products.NamesAsync(command.Cooperative, cancellationToken);
            if (command.Form.Products.Any(p => !own.ContainsKey(p)))
                return new NotFound();
            return certificate.Change(command.Form.Terms(), [.. command.Form.Products.Distinct()], command.Paper, time.Now()) switch
            {
                null => Outcome.Done,
                CertificateNeedsPaper => Outcome.Invalid(nameof(CertificateForm.Paper), "certificates.flaw.paper"),
                { } refusal => refusal,
            };
        }
    }
}
