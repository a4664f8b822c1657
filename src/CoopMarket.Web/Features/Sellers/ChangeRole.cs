using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Gives a member other work. The last manager stays a manager.</summary>
internal static class ChangeRole
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PersonId Member, MemberRole Role) : ICommand, IForCooperative, INeedsProof, ISerialized, IAbout
    {
        // Whoever holds a manager's open phone could else make the desk her own.
        public Proof Proof => Proof.Lately;

        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Role).IsInEnum().WithMessage("sellers.flaw.role");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var desk = await db.Set<Membership>().Where(m => m.Cooperative == command.Cooperative).ToListAsync(cancellationToken);
            if (desk.Find(m => m.Person == command.Member) is not { } member)
                return new NotFound();
            return member.Become(command.Role, desk.Count(m => m.Role == MemberRole.Manager)) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
