using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Begins a draft.</summary>
internal static class BeginStory
{
    /// <summary>Stories of one cooperative, live or not.</summary>
    public const int MostOfCooperative = 200;

    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand<Outcome<StoryId>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Cooperative).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<StoryId>>
    {
        public async Task<Outcome<StoryId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().CountAsync(s => s.Cooperative == command.Cooperative, cancellationToken) >= MostOfCooperative)
                return new TooManyStories(MostOfCooperative);
            var id = ids.New<StoryId>();
            db.Add(Story.Begin(id, command.Cooperative, "nhap-" + id.Value.ToString("N", CultureInfo.InvariantCulture), time.Now()));
            return id;
        }
    }
}
