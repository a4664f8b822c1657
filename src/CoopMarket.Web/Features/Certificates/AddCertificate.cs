using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Tells of a certificate of the cooperative; an admin looks at its paper before buyers see it.</summary>
internal static class AddCertificate
{
    /// <param name="Form">What stands on it.</param>
    /// <param name="Paper">As it was stored; null where none was sent.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, CertificateForm Form, SellerPaper? Paper)
        : ICommand<Outcome<CertificateId>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time)
        {
            RuleFor(c => c.Form).SetValidator(new CertificateForm.Rules(time)).OverridePropertyName("");
            RuleFor(c => c.Paper).NotNull().WithMessage("certificates.flaw.paper");
        }
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<CertificateId>>
    {
        public async Task<Outcome<CertificateId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var own = await products.NamesAsync(command.Cooperative, cancellationToken);
            if (command.Form.Products.Any(p => !own.ContainsKey(p)))
                return new NotFound();
            if (await db.Set<Certificate>().CountAsync(c => c.Cooperative == command.Cooperative && c.State != CertificateState.Withdrawn, cancellationToken) >= Certificate.MostOfCooperative)
                return new EnoughCertificates();
            var told = Certificate.Tell(ids.New<CertificateId>(), command.Cooperative, command.Form.Terms(), [.. command.Form.Products.Distinct()], command.Paper!, time.Now());
            db.Add(told);
            return told.Id;
        }
    }
}
