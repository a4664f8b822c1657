using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Takes a certificate back; buyers don't see it any more.</summary>
internal static class WithdrawCertificate
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, CertificateId Certificate) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Certificate.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == command.Certificate && c.Cooperative == command.Cooperative, cancellationToken) is not { } certificate)
                return new NotFound();
            return certificate.Withdraw() is { } refusal ? refusal : Outcome.Done;
        }
    }
}
