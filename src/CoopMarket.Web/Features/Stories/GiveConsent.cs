using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Writes down what somebody agreed to.</summary>
internal static class GiveConsent
{
    internal sealed class Form
    {
        /// <summary>A recording or a photo of the story, or the story itself for its motif.</summary>
        public Guid? About { get; set; }

        public string? Who { get; set; }

        /// <summary>Who of the cooperative's desk it is; nobody chosen: who gave it has no account here.</summary>
        public PersonId? Member { get; set; }

        public string? WhatFor { get; set; }

        /// <summary>Nothing typed: until it is withdrawn.</summary>
        public DateOnly? Until { get; set; }

        public ConsentWay? Way { get; set; }

        public DateOnly? GivenOn { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, Form Form) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time) => RuleFor(c => c.Form).SetValidator(new Rules(time)).OverridePropertyName("");
    }

    private sealed class Rules : AbstractValidator<Form>
    {
        private static readonly DateOnly Earliest = new(1990, 1, 1);
        private static readonly DateOnly Latest = new(2200, 1, 1);

        public Rules(TimeProvider time)
        {
            RuleFor(f => f.About).NotNull().WithMessage("stories.flaw.about");
            RuleFor(f => f.Who).IsKept("stories", Consent.WhoLength, severalLines: false, required: "stories.flaw.who");
            RuleFor(f => f.WhatFor).IsKept("stories", Consent.WhatForLength, severalLines: false, required: "stories.flaw.what-for");
            RuleFor(f => f.Until).Must(d => d is null || (d >= VietnamDay.Of(time.Now()) && d <= Latest)).WithMessage("stories.flaw.until");
            RuleFor(f => f.Way).Must(w => w is { } way && Enum.IsDefined(way)).WithMessage("stories.flaw.way");
            RuleFor(f => f.GivenOn).Must(d => d >= Earliest && d <= VietnamDay.Of(time.Now())).WithMessage("stories.flaw.given-on");
        }
    }

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, People people, Memberships memberships, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var (form, story, about) = (command.Form, command.Story, command.Form.About!.Value);
            if (form.Member is { } member && !(await people.HoldAsync(member, cancellationToken) && await memberships.AllowsAsync(member, command.Cooperative, DeskRoles.Any, cancellationToken)))
                return Outcome.Invalid("Member", "stories.flaw.member");
            if (!await db.Set<Story>().AnyAsync(s => s.Id == story && s.Cooperative == command.Cooperative, cancellationToken))
                return new NotFound();
            if (await KindAsync(story, about, cancellationToken) is not { } kind)
                return Outcome.Invalid("About", "stories.flaw.about");
            // Those that are over stay, to be read later; a picture of many whose year is over may be agreed to anew.
            if (await db.Set<Consent>().Where(c => c.Story == story && c.About == about).CountAsync(Consent.HoldingOn(VietnamDay.Of(time.Now())), cancellationToken) >= Consent.MostOfOne)
                return new TooManyConsents();
            ConsentTerms terms = new(
                TypedTexts.Kept(form.Who, Consent.WhoLength, severalLines: false), TypedTexts.Kept(form.WhatFor, Consent.WhatForLength, severalLines: false), form.Until, form.Way!.Value,
                form.GivenOn!.Value, form.Member, ConsentWords.VersionOn(form.GivenOn.Value));
            db.Add(Consent.Give(ids.New<ConsentId>(), command.Cooperative, story, kind, about, terms, command.Actor.Person, time.Now()));
            return Outcome.Done;
        }

        private async Task<ConsentKind?> KindAsync(StoryId story, Guid about, CancellationToken cancellationToken)
        {
            if (about == story.Value)
                return ConsentKind.Motif;
            var recording = RecordingId.From(about);
            if (await db.Set<Recording>().AnyAsync(r => r.Id == recording && r.Story == story, cancellationToken))
                return ConsentKind.Voice;
            // Of a photo that was taken away she may agree anew, before it is put back.
            if (await db.Set<Consent>().AnyAsync(c => c.Story == story && c.About == about && c.Kind == ConsentKind.Face, cancellationToken))
                return ConsentKind.Face;
            return (await photos.OfAsync(PhotoSubject.Of(story), cancellationToken)).Any(p => p.Id.Value == about) ? ConsentKind.Face : null;
        }
    }
}
