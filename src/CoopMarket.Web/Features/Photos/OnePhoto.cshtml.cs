using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Photos;

/// <summary>One photo: its words, what must be seen of it, its place in the row, and away with it.</summary>
internal sealed class OnePhotoModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty(SupportsGet = true)]
    public PhotoId Id { get; set; }

    [BindProperty]
    public PhotoWordsForm Form { get; set; } = new();

    public OnePhoto.View Photo { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var words = Photo.Photo.Alt.All;
        Form = new() { Vi = Photo.Photo.Alt.Vi, En = words.GetValueOrDefault("en"), Fr = words.GetValueOrDefault("fr") };
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(new DescribePhoto.Command(Actor, Cooperative, Id, new(Form.Vi ?? "", Form.En, Form.Fr)), "photos.one.described");

    // No field of the page names another spot than one of the photo.
    public async Task<IActionResult> OnPostFocusAsync(string? spot) => Focus.Read(spot) is null
        ? BadRequest()
        : await ChangeAsync(new FocusPhoto.Command(Actor, Cooperative, Id, spot), "photos.one.focused", $"/sell/photos/{Id}");

    public Task<IActionResult> OnPostMoveAsync(int places) => ChangeAsync(new MovePhoto.Command(Actor, Cooperative, Id, places), "photos.one.moved");

    public Task<IActionResult> OnPostRemoveAsync() => ChangeAsync(new RemovePhoto.Command(Actor, Cooperative, Id), "photos.one.removed");

    public Task<IActionResult> OnPostPutBackAsync() => ChangeAsync(new PutPhotoBack.Command(Actor, Cooperative, Id), "photos.one.put-back");

    private async Task<IActionResult> ChangeAsync(ICommand command, string notice, string? next = null)
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo(next ?? DeskAddress.Photos(Photo.Subject), notice) : Again(outcome);
    }

    private async Task<bool> LoadAsync() => (Photo = (await SendAsync(new OnePhoto.Query(Actor, Cooperative, Id)))!) is not null;
}
