using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>An admin asks for something else: the paper can't be read, or says otherwise. Its cooperative reads why.</summary>
internal static class RefuseCertificate
{
    /// <param name="Seen">The hash of what she saw.</param>
    internal sealed record Command(Actor Actor, CertificateId Certificate, string? Seen, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Certificate.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsText(Certificate.MostReason, "certificates.flaw.reason");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == command.Certificate, cancellationToken) is not { } certificate)
                return new NotFound();
            var reason = Typed.Text(command.Reason, Certificate.MostReason);
            return certificate.Refuse(command.Seen ?? "", reason, command.Actor.Person, time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
