using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Takes an invitation back.</summary>
internal static class WithdrawInvitation
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, InvitationId Invitation) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Invitation.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == command.Invitation && i.Cooperative == command.Cooperative, cancellationToken);
            return invitation is null ? new NotFound() : invitation.Withdraw(time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
