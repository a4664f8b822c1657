using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A page on which a story's name, opening and goods are written, whatever its buttons do besides.</summary>
internal abstract class StoryWriting : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public StoryId Id { get; set; }

    [BindProperty]
    public StoryForm Form { get; set; } = new();

    public StoryDraft.View Draft { get; private set; } = null!;

    protected string Here => $"/sell/stories/{Id}";

    /// <summary>Keeps what is typed on the page.</summary>
    protected Task<Outcome> WriteAsync() => SendAsync(new WriteStory.Command(
        Actor, Cooperative, Id, new(Form.TitleVi ?? "", Form.TitleEn), new(Form.LeadVi?.ReplaceLineEndings(" ") ?? "", Form.LeadEn?.ReplaceLineEndings(" ")), null, Form.Maker, Form.Products));

    /// <summary>Reads the story as it stands; false where it is not there, or another's.</summary>
    protected async Task<bool> LoadAsync() => (Draft = (await SendAsync(new StoryDraft.Query(Actor, Cooperative, Id)))!) is not null;
}
