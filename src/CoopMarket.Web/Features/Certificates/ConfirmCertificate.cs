using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>An admin has seen the paper, and it says what is typed: buyers see the certificate until its last day.</summary>
internal static class ConfirmCertificate
{
    /// <param name="Seen">The hash of what she saw.</param>
    internal sealed record Command(Actor Actor, CertificateId Certificate, string? Seen) : ICommand, IForAdmin, IAbout
    {
        public string About => Certificate.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == command.Certificate, cancellationToken) is not { } certificate)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, certificate.Cooperative, cancellationToken) is { } hers)
                return hers;
            return certificate.Confirm(command.Seen ?? "", command.Actor.Person, time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
