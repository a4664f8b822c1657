using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>Leaves a member out of new rules for a while, or takes her back. What she is owed stays hers.</summary>
internal static class PauseMember
{
    /// <param name="Back">Whether she is taken back.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProducerId Member, bool Back) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MemberPayments members, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.MemberAsync(command.Cooperative, command.Member, cancellationToken) is not { } member)
                return new NotFound();
            if (command.Back)
                member.Resume();
            else
                member.Pause(time.Now());
            return Outcome.Done;
        }
    }
}
